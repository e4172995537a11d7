using Spectre.Console;

namespace ProcVision.Cli;

/// <summary>
/// Colours for a verdict and the like, where both streams go to a terminal that shows them and <c>NO_COLOR</c> is not set; elsewhere the plain text.
/// </summary>
internal static class Ink
{
    /// <summary>Spectre.Console asks terminal, environment and, on Windows, the console itself.</summary>
    private static readonly bool IsOn = !Console.IsOutputRedirected && !Console.IsErrorRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && AnsiConsole.Profile.Capabilities.Ansi;

    public static string Good(string text) => Of("32", text);

    public static string Bad(string text) => Of("33;1", text);

    public static string Error(string text) => Of("31;1", text);

    public static string Faint(string text) => Of("2", text);

    public static string Strong(string text) => Of("1", text);

    private static string Of(string sgr, string text) => IsOn ? $"\u001b[{sgr}m{text}\u001b[0m" : text;
}
