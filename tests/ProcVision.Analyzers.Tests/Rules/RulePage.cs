namespace ProcVision.Analyzers.Rules;

/// <summary>The examples of a rule's page.</summary>
internal sealed class RulePage
{
    private readonly string[] _lines;

    private RulePage(string[] lines) => _lines = lines;

    public static RulePage Open(string id) => new(File.ReadAllLines(Catalogue.PathOfPage(id)));

    /// <summary>The fenced blocks of a section, for example the <c>json</c> ones of <c>Failing</c>.</summary>
    public string[] Blocks(string section, string language)
    {
        var lines = _lines
            .SkipWhile(line => line != "## " + section)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        var blocks = new List<string>();
        List<string>? block = null;
        foreach (string line in lines)
        {
            if (line == "```" + language)
            {
                block = [];
            }
            else if (line == "```" && block is not null)
            {
                blocks.Add(string.Join('\n', block));
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }

        return [.. blocks];
    }
}
