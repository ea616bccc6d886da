import Testing

@Suite struct EvidencePlaceholder {}
