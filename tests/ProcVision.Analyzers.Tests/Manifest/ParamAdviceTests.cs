using System.Diagnostics;
using System.Text.RegularExpressions;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

/// <summary>What can be built, but is probably not meant: parameters.</summary>
public sealed class ParamAdviceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The patterns of books about this mistake, the part that is to blame, and a text that takes for ever.</summary>
    public static TheoryData<string, string, string> EvilPatterns => new()
    {
        { "(a+)+$", "(a+)+", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" },
        { @"(\d+)*x", @"(\d+)*", "1111111111111111111111111111111111111111!" },
        { "^(.*)*$", "(.*)*", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n!" },
        { @"^(\w+\s?)*$", @"(\w+\s?)*", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" },
        { "^(a|aa)+$", "(a|aa)+", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" },
        { "^([a-z]+|[a-m]|[0-9])*$", "([a-z]+|[a-m]|[0-9])*", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" },
        { @"^(?:[\w-]+\.?)+@x$", @"(?:[\w-]+\.?)+", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" },
        { "^([A-Z]{1,3},?){1,40}$", "([A-Z]{1,3},?){1,40}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!" },
        { "^(?<lot>(x+x+)+y)+$", "(x+x+)+", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!" },
    };

    [Theory]
    [MemberData(nameof(EvilPatterns))]
    public Task PV0051_a_pattern_that_explodes(string pattern, string part, string text)
    {
        _ = text;
        string json = pattern.Replace("\\", "\\\\", StringComparison.Ordinal);
        string marked = pattern.Contains('\\', StringComparison.Ordinal) ? $"{{|#0:\"{json}\"|}}" : $"\"{json.Replace(part, $"{{|#0:{part}|}}", StringComparison.Ordinal)}\"";
        return Expect(
            ManifestText.WithParam("string", $"\"pattern\": {marked}"),
            "PV0051",
            $"The part '{part}' of the pattern of the parameter 'p' can match one text in very many ways, and a text that does not match costs up to 100 ms before it is refused. "
                + "Write the repeated part so that its pieces cannot match the same characters.");
    }

    /// <summary>What the message says is what .NET does: 100 ms are not enough.</summary>
    [Theory]
    [MemberData(nameof(EvilPatterns))]
    public void PV0051_tells_what_really_happens(string pattern, string part, string text)
    {
        Assert.NotEmpty(part);
        var regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

        Assert.Throws<RegexMatchTimeoutException>(() => regex.IsMatch(text));
    }

    [Theory]
    [InlineData("^(a|a)*$")]
    [InlineData(@"^(?:[a-z]|[a-m]|\w)*$")]
    [InlineData("^[A-Z]{2}[0-9]{6}$")]
    [InlineData(@"^\d{1,3}(\.\d{1,3}){3}$")]
    [InlineData(@"^(\d+)(,\d+)*$")]
    [InlineData("^(a+b)+$")]
    [InlineData("^(?:[A-Z]+-)*[A-Z]+$")]
    [InlineData(@"^([A-Za-z0-9_]+)(\s[A-Za-z0-9_]+)*$")]
    [InlineData(@"^(?:\d{4})-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])$")]
    [InlineData("^(fast|accurate|slow)(;(fast|accurate|slow))*$")]
    [InlineData("^.*$")]
    [InlineData(@"^\w+@\w+\.\w+$")]
    [InlineData("^([^\"]|\"\")*$")]
    [InlineData("^(?:[\\u4e00-\\u9fff]+[0-9])+$")]
    [InlineData("^(?>a+)+$")]
    [InlineData(@"^(?=.*\d)(a+)+$")]
    [InlineData("^[]a-[^b]]+$")]
    [InlineData("^{x}+(y{2}z)+$")]
    [InlineData("^([A-Z][0-9]{1,3}){1,20}$")]
    public void PV0051_is_silent_on_a_pattern_that_cannot_explode_or_is_not_understood(string pattern)
    {
        _ = new Regex(pattern);

        Assert.Null(PatternAmbiguity.Find(pattern));
    }

    /// <summary>The compiler reads a manifest at every key that is pressed in it.</summary>
    [Theory]
    [InlineData("(", ")*")]
    [InlineData("(?:a|", ")*")]
    [InlineData("(a{2,9}", "){1,9}")]
    public void A_monster_is_judged_or_given_up_in_no_time(string open, string close)
    {
        string pattern = string.Concat(Enumerable.Repeat(open, 40)) + "[a-z]" + string.Concat(Enumerable.Repeat(close, 40));
        long start = Stopwatch.GetTimestamp();
        _ = PatternAmbiguity.Find(pattern);

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("", "is not limited")]
    [InlineData(""", "min": 0, "max": 1.5""", "is 0 to 1.5")]
    [InlineData(""", "min": -1, "max": 1""", "is -1 to 1")]
    [InlineData(""", "min": 0""", "begins at 0 and has no end")]
    [InlineData(""", "max": 1""", "ends at 1 and has no beginning")]
    [InlineData(""", "min": 8, "max": 16, "unit": " " """, "is 8 to 16")]
    [Conformance(121)]
    public Task PV0053_a_number_of_no_unit(string fields, string range) =>
        Expect(
            ManifestText.WithParams($"{{\"key\": {{|#0:\"exposure\"|}}, \"type\": \"float\"{fields}}}"),
            "PV0053",
            $"The parameter 'exposure' is a float without a unit, and its range {range}, so its meaning is left to guess. Add for example \"unit\": \"ms\", or \"unit\": \"1\" for a plain number.");

    [Theory]
    [InlineData("float", ", \"min\": 0.5, \"max\": 0.9")]
    [InlineData("float", ", \"min\": 0, \"max\": 1")]
    [InlineData("float", ", \"min\": 8, \"max\": 16, \"unit\": \"ms\"")]
    [InlineData("float", ", \"min\": 8, \"unit\": \"1\"")]
    [InlineData("int", ", \"min\": 8, \"max\": 16")]
    public Task PV0053_is_silent_on_a_score_and_on_a_count(string type, string fields) =>
        ExpectNothing(ManifestText.WithParams($"{{\"key\": \"p\", \"type\": \"{type}\"{fields}}}"));

    [Theory]
    [InlineData("Fast", "differs from 'fast' only by the case of its letters", "Rename or remove one of the two")]
    [InlineData("accurate ", "begins or ends with white space", "Write it as 'accurate'")]
    [InlineData(" ", "begins or ends with white space", "Give it a text")]
    public Task PV0056_a_choice_that_is_mistaken_for_another(string choice, string fault, string cure) =>
        Expect(
            ManifestText.WithParam("enum", $"\"choices\": [\"fast\", {{|#0:\"{choice}\"|}}]"),
            "PV0056",
            $"The choice '{choice}' of the parameter 'p' {fault}. {cure}.");

    [Theory]
    [InlineData("\"fast\", \"faster\"")]
    [InlineData("\"红 色\", \"绿色\"")]
    [InlineData("\"a\", \"A+\"")]
    public Task PV0056_is_silent_on_choices_that_look_different(string choices) =>
        ExpectNothing(ManifestText.WithParam("enum", $"\"choices\": [{choices}]"));

    [Fact]
    public Task PV0057_parameter_keys_that_differ_only_by_case() =>
        Expect(
            ManifestText.WithParams("""{"key": "threshold", "type": "int"}, {"key": {|#0:"Threshold"|}, "type": "int"}"""),
            "PV0057",
            "The parameter key 'Threshold' differs from 'threshold' in the same step only by the case of its letters. Give this parameter another key.");

    [Fact]
    public Task PV0057_is_silent_on_keys_of_two_steps() =>
        ExpectNothing(ManifestText.WithSteps("""
            {"index": 1, "name": "a", "params": [{"key": "gain", "type": "int"}, {"key": "again", "type": "int"}]},
            {"index": 2, "name": "b", "params": [{"key": "Gain", "type": "int"}]}
            """));

    private static Task Expect(string manifest, string id, string message) =>
        new ManifestTest<ManifestAnalyzer>().Add(manifest).Expect(id, message).RunAsync(Cancellation);

    private static Task ExpectNothing(string manifest) => new ManifestTest<ManifestAnalyzer>().Add(manifest).RunAsync(Cancellation);
}
