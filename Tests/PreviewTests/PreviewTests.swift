import Testing

@Suite struct PreviewPlaceholder {}
