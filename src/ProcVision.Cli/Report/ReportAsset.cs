using System.Security.Cryptography;
using System.Text;

namespace ProcVision.Cli;

/// <summary>The parts of the page that are the same in every report; files beside this one, carried in the tool.</summary>
internal static class ReportAsset
{
    public static string Style => Read("report.css");

    public static string Script => Read("report.js");

    /// <summary>What a page of several pictures has beside the style of one.</summary>
    public static string SeriesStyle => Read("series.css");

    public static string SeriesScript => Read("series.js");

    /// <summary>The hash by which a content security policy knows an inline script.</summary>
    public static string HashOf(string script) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}";

    private static string Read(string name)
    {
        using var asset = typeof(ReportAsset).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(asset, Encoding.UTF8);
        // A browser reads every line end as \n, also before it hashes; a checkout may have others.
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
