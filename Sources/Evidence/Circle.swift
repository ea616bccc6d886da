/// Circular reporting of one claim: several bodies, each of which has it from another of them.
///
/// Take all attributions that make the claim, and those apart that deny it. In each, every named link
/// passes the words to the next named link, and the last of them to the article's outlet; an unnamed
/// link between two passes them on all the same. Draw an arrow from the body of the one to the body of
/// the other: a ministry, its minister and its spokesman are one body, and what goes to and fro in it
/// is no arrow. A circle is a strongly connected component of that graph with more than one body: from
/// each of them, following the arrows, one comes to each other and back, over however many steps.
///
/// It does not say that the claim is false, nor who began; only that these bodies confirm each other,
/// and count as one origin together.
package struct Circle: Sendable, Hashable {
  /// Indices into `Evidence.entities`, in the order in which they come in the attributions; at least
  /// two.
  package internal(set) var bodies: [Int] = []
  /// Those in which a body has the claim from another of them, as indices into
  /// `Evidence.attributions`, ascending.
  package internal(set) var attributions: [Int] = []
  /// Bodies outside from which one within has it; those in the order in which they come.
  package internal(set) var feeders: [Int] = []
  /// Whether one within has it from an unnamed source.
  package internal(set) var isFedUnnamed = false
  /// Whether it is the denial of the claim that goes round.
  package internal(set) var isNegative = false

  /// Whether nobody outside is named from whom any of them would have it.
  package var isClosed: Bool { feeders.isEmpty && !isFedUnnamed }
}
