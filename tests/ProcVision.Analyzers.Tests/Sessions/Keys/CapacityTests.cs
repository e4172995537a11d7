using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2014 counts every form of value.</summary>
public sealed class CapacityTests
{
    [Theory]
    [InlineData("List<int>")]
    [InlineData("double[]")]
    [InlineData("Dictionary<string, Rect>")]
    [InlineData("Template?")]
    public async Task What_has_a_capacity_counts_with_it(string type) => await RuleTest.FindAsync($$"""
        [Session] public readonly ref partial struct {|PV2014:TraySession|}
        {
            [MaxBytes(51200)] public partial {{type}} First { get; set; }
            [MaxBytes(51201)] public partial {{type}} Second { get; set; }
        }
        public sealed record Template(int X);
        """);

    [Fact]
    public async Task What_has_none_counts_with_4096_bytes()
    {
        string properties = string.Concat(Enumerable.Range(0, 26).Select(i => $"public partial List<int> P{i} {{ get; set; }} "));
        var messages = await RuleTest.FindAsync($$"""[Session] public readonly ref partial struct {|PV2014:TraySession|} { {{properties}} }""");
        Assert.Contains("need 106496 bytes, and a session holds 102400", Assert.Single(messages), StringComparison.Ordinal);
    }
}
