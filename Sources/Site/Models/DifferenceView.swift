import Mustache

/// What other annotators of the same article say of the same words.
struct DifferenceView: StaticModel {
  /// In what they differ.
  let attribute: String
  let others: [OtherView]

  struct OtherView: StaticModel {
    let annotator: String
    let values: [TextView]

    static let fields = Fields<Self> {
      [
        .text("annotator", \.annotator),
        .many("values", \.values),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("attribute", \.attribute),
      .many("others", \.others),
    ]
  }
}
