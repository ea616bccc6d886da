import ArgumentParser

@main
struct Isnad: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "isnad",
    abstract: "Turns news articles and their analysis into a static report site.",
    discussion: """
      Every fact on the site leads to the words it rests on, and shows the chain of transmission \
      (isnad) through which it came.

      EXAMPLES
        isnad new report            Make a starter site in the folder report.
        isnad serve --source report Preview it at http://127.0.0.1:8080/.
        isnad build --source report Build it into report/public.

      EXIT STATUS
        0   Done.
        1   The input has errors, or the output could not be written (nothing was changed), or a
            built site is not what its content says.
        64  The command line is wrong.
      """,
    version: "isnad \(version)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, VerifyCommand.self,
      TextCommand.self, NewCommand.self,
    ])
}
