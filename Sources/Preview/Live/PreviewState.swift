import Diagnostics

/// What the preview shows at one time.
package struct PreviewState: Sendable {
  let base: BasePath
  /// The last site that could be built.
  package var site: PreviewSite?
  /// Why there is no newer one.
  package var problems: ProblemReport?

  package init(base: BasePath, site: PreviewSite? = nil) {
    self.base = base
    self.site = site
  }

  var addresses: LiveAddresses { LiveAddresses(base) }

  package func answer(_ question: Question) async -> Answer {
    guard let site else {
      let page = problems.map { ProblemPage($0) } ?? .building
      var answer = answer(.unavailable, page)
      answer.headers["Retry-After"] = "1"
      return answer
    }
    do {
      return try await site.answer(question)
    } catch {
      let failure = PreviewFailure(error, path: question.path)
      return answer(.failed, ProblemPage(ProblemReport(failure.diagnostics)))
    }
  }

  private func answer(_ status: Answer.Status, _ page: ProblemPage) -> Answer {
    Answer(
      status: status, headers: ["Content-Type": ContentType.html, "Cache-Control": "no-store"],
      body: page.html(addresses, site?.versions)[...])
  }

  /// The version of what is shown at an address.
  func version(ofPageAt path: String) async -> String {
    guard let site else { return (problems.map { ProblemPage($0) } ?? .building).version }
    do {
      return try await site.version(ofPageAt: path)
    } catch {
      let failure = PreviewFailure(error, path: path)
      return ProblemPage(ProblemReport(failure.diagnostics)).version
    }
  }
}
