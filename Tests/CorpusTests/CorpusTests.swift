import Testing

@Suite struct CorpusPlaceholder {}
