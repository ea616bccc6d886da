import Testing

@Suite struct MarkdownPlaceholder {}
