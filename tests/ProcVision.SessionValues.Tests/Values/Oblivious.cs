#nullable disable

namespace ProcVision.SessionValues.Tests.Values;

/// <summary>Declared where nullable annotations are off: any reference may be null.</summary>
[SessionValue]
internal sealed class Oblivious
{
    public string Text { get; set; }

    public string[] Texts { get; set; }

    public List<Oblivious> Children { get; set; }

    public Dictionary<string, string> Table { get; set; }

    public int Number { get; set; }

    public int? Maybe { get; set; }
}
