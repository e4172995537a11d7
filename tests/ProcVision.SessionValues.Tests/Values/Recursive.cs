namespace ProcVision.SessionValues.Tests.Values;

[SessionValue]
internal sealed record Node(string Name, Node? Next, List<Node> Children, Dictionary<string, Node?>? ByName);

[SessionValue]
internal sealed class Husband
{
    public Wife? Wife { get; set; }

    public Husband[]? Sons { get; set; }
}

internal sealed class Wife
{
    public Husband? Husband { get; set; }

    public int Age { get; set; }
}
