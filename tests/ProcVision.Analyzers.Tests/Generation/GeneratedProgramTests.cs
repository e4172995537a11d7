using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Generation;

/// <summary>When a program is generated, and what the table of an assembly holds.</summary>
public sealed class GeneratedProgramTests
{
    private const string Program = "ProcVision-Program.g.cs";
    private const string Table = "ProcVision-Table.g.cs";
    private const string Algorithm = "using ProcVision; [Algorithm] public sealed partial class Demo { " + Demo.Locate + " }";

    [Fact]
    public void An_executable_gets_a_program() => Assert.Contains(Program, Build(Executable()).Sources.Keys);

    [Fact]
    public void A_library_gets_a_table_and_no_program()
    {
        var build = Build(new TestProject());
        Assert.Contains(Table, build.Sources.Keys);
        Assert.DoesNotContain(Program, build.Sources.Keys);
    }

    [Theory]
    [InlineData("public static class Mine { public static void Main() { } }")]
    [InlineData("internal static class Mine { private static async System.Threading.Tasks.Task<int> Main(string[] args) { await System.Threading.Tasks.Task.Yield(); return args.Length; } }")]
    [InlineData("System.Console.WriteLine();")]
    public void A_program_of_the_author_is_left_alone(string source) =>
        Assert.DoesNotContain(Program, Build(Executable().Code(source)).Sources.Keys);

    [Theory]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("true", true)]
    [InlineData("", true)]
    public void The_project_decides(string value, bool isGenerated)
    {
        var build = Executable().Property("ProcVisionEntryPoint", value).Code(Algorithm).Manifest(Demo.OneStep).Build();
        Assert.Equal(isGenerated, build.Sources.ContainsKey(Program));
    }

    [Theory]
    [InlineData("", "null")]
    [InlineData("none", "null")]
    [InlineData("Plant.Decoder", "new global::Plant.Decoder()")]
    public void The_decoder_is_passed_in(string value, string argument)
    {
        var build = Build(Executable()
            .Property("ProcVisionImageDecoder", value)
            .Code("""
                using System;
                using ProcVision;
                namespace Plant { public sealed class Decoder : IImageDecoder { public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels) { } } }
                """));
        Assert.Contains($"ProcVisionTable.Algorithms, {argument})", build.Sources[Program], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_algorithm_nothing_is_generated() =>
        Assert.Empty(Executable().Code("System.Console.WriteLine();").Manifest(Demo.OneStep).Build().IsClean().Sources);

    [Fact]
    public void A_program_uses_its_own_algorithms_beside_those_of_a_library()
    {
        var library = new TestProject { AssemblyName = "library" }
            .Code("using ProcVision; namespace Library { [Algorithm] public sealed partial class Coins { " + Demo.Locate + " } }")
            .Manifest(Demo.OneStep.Replace(":Demo", ":Coins", StringComparison.Ordinal))
            .Property("RootNamespace", "Library")
            .Build().IsClean();

        var program = Build(Executable()
            .Reference(library.ToReference())
            .Code("internal static class Uses { internal static int Count => Library.ProcVisionTable.Algorithms.Count + Plant.ProcVisionTable.Algorithms.Count; }"));
        Assert.DoesNotContain("Coins", program.Sources[Table], StringComparison.Ordinal);
    }

    private static TestProject Executable() => new() { Output = OutputKind.ConsoleApplication };

    private static TestBuild Build(TestProject project) => project.Code(Algorithm).Manifest(Demo.OneStep).Build().IsClean();
}
