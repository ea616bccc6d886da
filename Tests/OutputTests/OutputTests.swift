import Testing

@Suite struct OutputPlaceholder {}
