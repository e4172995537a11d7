namespace ProcVision.Runner.Tests.Packages;

public sealed class PackageNameTests
{
    [Theory, Conformance(526)]
    [InlineData("algorithm-example-1.0.0", "algorithm-example", "1.0.0")]
    [InlineData("a-1", "a", "1")]
    [InlineData("a_b-1.0.0-beta", "a_b-1.0.0", "beta")] // why a version has no hyphen
    public void The_last_hyphen_parts_name_and_version(string text, string name, string version)
    {
        var parsed = PackageName.Parse(text);
        Assert.Equal((name, version), (parsed.Name, parsed.Version));
        Assert.Equal(text, parsed.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("algorithm")]
    [InlineData("-1.0.0")]
    [InlineData("algorithm-")]
    public void What_has_no_two_sides_is_refused(string text) => Assert.Throws<PackageException>(() => PackageName.Parse(text));
}
