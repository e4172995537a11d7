using System.Text.Json.Serialization;

namespace ProcVision.SessionValues.Tests.Values;

[SessionValue]
internal sealed class Attributed
{
    [JsonPropertyName("the \"name\" 料")]
    public string Name { get; set; } = "";

    [JsonPropertyName("")]
    public int Empty { get; set; }

    [JsonIgnore]
    public object? Never { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Always { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UnlessNull { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int UnlessZero { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Range UnlessDefault { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? UnlessNullNumber { get; init; }

    [JsonInclude]
    internal int Internal { get; set; }

    [JsonInclude]
    public int OnlyRead { get; internal set; }

    [JsonPropertyOrder(-1)]
    public int First { get; set; }

    [JsonPropertyOrder(5)]
    public int Last { get; set; }

    [JsonRequired]
    public int Required { get; set; }
}

/// <summary>Names that are something else in C#, and some that are no ASCII.</summary>
[SessionValue]
internal sealed record Keywords(int @class, string? @event, bool @true, double @in)
{
    public int value { get; set; }

    public int json { get; set; }

    public int read { get; set; }

    public int Names { get; set; }

    public int Codecs { get; set; }

    public int 数量 { get; set; }

    public int _ { get; set; }

    public int Type { get; set; }
}
