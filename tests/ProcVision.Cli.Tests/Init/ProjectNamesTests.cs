using System.Text.RegularExpressions;
using CsCheck;

namespace ProcVision.Cli.Tests;

public sealed partial class ProjectNamesTests
{
    [Theory]
    [InlineData("glass-scratch", "glass-scratch", "glass_scratch", "GlassScratch", "GlassScratchAlgorithm")]
    [InlineData("Glass Scratch 2", "glass-scratch-2", "glass_scratch_2", "GlassScratch2", "GlassScratch2Algorithm")]
    [InlineData("划痕检测", "algorithm", "algorithm", "划痕检测", "划痕检测Algorithm")]
    [InlineData("3d", "3d", "_3d", "_3d", "_3dAlgorithm")]
    [InlineData("", "algorithm", "algorithm", "Inspection", "InspectionAlgorithm")]
    [InlineData("class", "class", "class", "Class", "ClassAlgorithm")]
    [InlineData("session", "session", "session", "SessionInspection", "SessionInspectionAlgorithm")]
    [InlineData("ImageFile", "imagefile", "imagefile", "ImageFileInspection", "ImageFileInspectionAlgorithm")]
    [InlineData("../../etc", "etc", "etc", "Etc", "EtcAlgorithm")]
    [Conformance(467)]
    public void A_name_gives_one_for_each_place(string name, string algorithm, string module, string @namespace, string type)
    {
        var names = ProjectNames.Of(name);
        Assert.Equal((algorithm, module, @namespace, type), (names.Algorithm, names.Module, names.Namespace, names.Class));
    }

    [Fact]
    public void Whatever_the_name_is_every_one_made_from_it_is_valid() =>
        Gen.OneOf(Gen.String, Gen.String["abzAZ09_- .\\/\"{}划痕é🙂"]).Sample(name =>
        {
            var names = ProjectNames.Of(name);
            Assert.Matches("^[a-z0-9][a-z0-9_-]*$", names.Algorithm);
            Assert.Matches("^[a-z_][a-z0-9_]*$", names.Module);
            Assert.True(IsIdentifier(names.Namespace), names.Namespace);
            Assert.True(IsIdentifier(names.Class), names.Class);
        });

    /// <summary>Inside a namespace of the name of a type, that name means the namespace.</summary>
    [Fact]
    public void No_namespace_hides_a_type_that_an_author_writes()
    {
        var written = typeof(Rect).Assembly.GetExportedTypes()
            .Where(static type => type.Namespace is "ProcVision" or "ProcVision.Testing" && !type.IsGenericType)
            .Select(static type => type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name[..^"Attribute".Length] : type.Name);
        Assert.Equal("", string.Join(' ', written.Where(static name => ProjectNames.Of(name).Namespace == name).Order(StringComparer.Ordinal)));
    }

    private static bool IsIdentifier(string name) => Identifier().IsMatch(name) && !name.All(char.IsAsciiLetterLower);

    /// <summary>As C# has it; a keyword consists of small letters.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}]*$")]
    private static partial Regex Identifier();
}
