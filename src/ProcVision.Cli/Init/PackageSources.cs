using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ProcVision.Cli;

/// <summary>
/// The names of the NuGet feeds that this machine has. With a package source mapping every feed needs one, and a station's own mirror has a name of its own.
/// </summary>
internal static partial class PackageSources
{
    /// <summary>What NuGet itself sets up.</summary>
    private const string Usual = "nuget.org";

    /// <param name="folder">From which folder they are seen: its parents may add some.</param>
    public static IReadOnlyList<string> Names(string folder)
    {
        try
        {
            var start = new ProcessStartInfo(Dotnet.Path, ["nuget", "list", "source"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var list = Process.Start(start)!;
            var complaints = list.StandardError.ReadToEndAsync();
            string[] names = [.. Numbered().Matches(list.StandardOutput.ReadToEnd()).Select(static match => match.Groups[1].Value)];
            list.WaitForExit();
            return names.Length > 0 ? names : [Usual];
        }
        catch (Win32Exception)
        {
            // Without the SDK nothing can be built here anyway; the project may be for another machine.
            return [Usual];
        }
    }

    /// <summary><c>  1.  nuget.org [Enabled]</c>, the last word in the language of the SDK.</summary>
    [GeneratedRegex(@"^\s*\d+\.\s+(\S.*?)\s+\[[^\]]+\]\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
