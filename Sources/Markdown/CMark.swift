import CCmark

/// libcmark. This is the only file that knows C, and no pointer leaves it.
///
/// Trees are walked by cmark's iterator, never by recursion: the depth of a document is up to its
/// author.
enum CMark {
  /// cmark aborts the process when a buffer passes half of `Int32.max`; escaping makes up to six
  /// bytes of one.
  static let sizeLimit = 128 << 20

  enum Node {
    case paragraph(isTight: Bool)
    /// 1...6.
    case heading(Int)
    case bulletList
    case orderedList(start: Int)
    case item
    case blockQuote
    case codeBlock(String)
    case thematicBreak
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case emphasis
    case strong
    case link(destination: String)
    case image(destination: String)
    /// Raw HTML, and the document itself: of no interest.
    case other
  }

  /// One step of a walk: a node is entered, and left again if it can have children.
  struct Step {
    let node: Node
    let isEntering: Bool
    /// From 1, the column in bytes; as cmark counts, which loses the indentation of some lines.
    let line: Int
    let column: Int
  }

  /// What is to become of a link or an image.
  enum Rewriting {
    case keep
    /// - Parameter text: shown when the link has no text of its own.
    case address(String, text: String)
    /// Only its text stays.
    case unwrap
  }

  /// - Parameter source: at most `sizeLimit` bytes.
  static func walk(_ source: String, _ visit: (Step) -> Void) {
    withDocument(source) { document in
      forEachEvent(of: document) { event, node in
        let step = Step(
          node: self.node(node), isEntering: event == CMARK_EVENT_ENTER,
          line: Int(cmark_node_get_start_line(node)),
          column: Int(cmark_node_get_start_column(node)))
        visit(step)
      }
    }
  }

  /// Appends HTML in cmark's safe mode: raw HTML is left out.
  ///
  /// - Parameters:
  ///   - source: at most `sizeLimit` bytes.
  ///   - headingShift: added to each heading's level, which stays within 6.
  ///   - rewrite: is asked for each link and image; an image can be kept or unwrapped.
  static func html(
    _ source: String, headingShift: Int, into output: inout [UInt8],
    rewrite: (_ destination: String, _ isImage: Bool, _ step: Step) -> Rewriting
  ) {
    withDocument(source) { document in
      forEachEvent(of: document) { event, node in
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING where event == CMARK_EVENT_ENTER:
          let level = Int(cmark_node_get_heading_level(node)) + headingShift
          cmark_node_set_heading_level(node, Int32(min(max(level, 1), 6)))
        // A node may be taken out of the tree only when the iterator leaves it.
        case CMARK_NODE_LINK where event == CMARK_EVENT_EXIT,
          CMARK_NODE_IMAGE where event == CMARK_EVENT_EXIT:
          let step = Step(
            node: .other, isEntering: false, line: Int(cmark_node_get_start_line(node)),
            column: Int(cmark_node_get_start_column(node)))
          let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
          apply(rewrite(string(cmark_node_get_url(node)), isImage, step), to: node)
        default: break
        }
      }
      guard let html = cmark_render_html(document, CMARK_OPT_DEFAULT) else { return }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      var length = 0
      while html[length] != 0 { length += 1 }
      html.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
        output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
      }
    }
  }

  // MARK: In C's terms

  private static func withDocument(_ source: String, _ body: (OpaquePointer) -> Void) {
    var source = source
    let document = source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // cmark takes no null pointer, which an empty buffer may have.
        characters.isEmpty
          ? cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
          : cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let document else { return }
    defer { cmark_node_free(document) }
    body(document)
  }

  private static func forEachEvent(
    of document: OpaquePointer, _ body: (cmark_event_type, OpaquePointer) -> Void
  ) {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      body(event, node)
    }
  }

  private static func node(_ node: OpaquePointer) -> Node {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: .paragraph(isTight: isInTightList(node))
    case CMARK_NODE_HEADING: .heading(Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_LIST:
      cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        ? .orderedList(start: Int(cmark_node_get_list_start(node))) : .bulletList
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(destination: string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE: .image(destination: string(cmark_node_get_url(node)))
    default: .other
    }
  }

  private static func isInTightList(_ paragraph: OpaquePointer) -> Bool {
    guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else {
      return false
    }
    return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
  }

  private static func apply(_ rewriting: Rewriting, to node: OpaquePointer) {
    switch rewriting {
    case .keep: break
    case .address(let address, let text):
      if let child = soleChild(of: node), isAutolink(child, of: node) {
        cmark_node_set_literal(child, text)
      } else if cmark_node_first_child(node) == nil, let child = cmark_node_new(CMARK_NODE_TEXT) {
        cmark_node_set_literal(child, text)
        if cmark_node_append_child(node, child) == 0 { cmark_node_free(child) }
      }
      cmark_node_set_url(node, address)
    case .unwrap:
      while let child = cmark_node_first_child(node) {
        // A refused move would never end.
        guard cmark_node_insert_before(node, child) != 0 else { break }
      }
      cmark_node_unlink(node)
      cmark_node_free(node)
    }
  }

  private static func soleChild(of node: OpaquePointer) -> OpaquePointer? {
    guard let child = cmark_node_first_child(node), cmark_node_next(child) == nil else {
      return nil
    }
    return child
  }

  /// `<entity:id>`: cmark makes the destination its text.
  private static func isAutolink(_ child: OpaquePointer, of link: OpaquePointer) -> Bool {
    guard cmark_node_get_type(child) == CMARK_NODE_TEXT else { return false }
    return string(cmark_node_get_literal(child)).utf8
      .elementsEqual(string(cmark_node_get_url(link)).utf8)
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}
