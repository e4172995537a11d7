using System.Text;
using System.Text.RegularExpressions;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The files of a new project: carried in the tool, with the project's own names in the places marked <c>{{so}}</c>.</summary>
internal static partial class ProjectTemplate
{
    private const string Prefix = "template/";

    /// <summary>What is the same in every language lies in the folder itself, texts for people in that of their language.</summary>
    private static string LanguagePrefix => Words.InEnglish ? Prefix + "en/" : Prefix + "zh/";

    /// <param name="file">The name in the folder Template.</param>
    /// <param name="values">The text for each mark.</param>
    public static string Text(string file, IReadOnlyDictionary<string, string> values)
    {
        using var asset = Open(LanguagePrefix + file) ?? Open(Prefix + file)!;
        using var reader = new StreamReader(asset, Encoding.UTF8);
        // In one pass: what looks like a mark in a value is the user's text.
        return Mark().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), match => values[match.Groups[1].Value]);
    }

    /// <summary>The photograph that a first test and a first run look at.</summary>
    public static byte[] SampleImage()
    {
        using var asset = Open(Prefix + "sample.png")!;
        byte[] bytes = new byte[asset.Length];
        asset.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Mark();

    private static Stream? Open(string name) => typeof(ProjectTemplate).Assembly.GetManifestResourceStream(name);
}
