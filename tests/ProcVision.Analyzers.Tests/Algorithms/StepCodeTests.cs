using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>When code runs, as rules about steps see it.</summary>
public sealed class StepCodeTests
{
    private const string Source = """
        using System; using System.Linq; using ProcVision;
        namespace Plant;

        public abstract class Station<T>
        {
            private readonly int _limit = OfField();
            protected static int OfField() => 1;
            protected void Report() => Inner();
            private void Inner() { }
            protected void Unused() => Report();
            protected virtual void OnPart() { }
            protected void Reset(in ResetContext context) { }
        }

        [Algorithm]
        public sealed partial class Demo : Station<int>
        {
            private static readonly int Seed = Static();
            private readonly int _made = Made();
            public Demo() => InConstructor();

            [PreExecute(1)] PreResult Check(in LocateStep step) { Shared(); return PreResult.Ok(); }
            [Execute(1)] ExecuteResult Locate(in LocateStep step)
            {
                Run();
                void Run() => Enumerable.Range(0, 3).ToList().ForEach(ByName);
                _ = Level; Shared(); Report(); this.Again(2);
                _ = nameof(OnlyNamed); _ = new Other { Elsewhere = 1 }.Elsewhere;
                return ExecuteResult.Ok();
            }

            private int Level => Deep();
            private int Deep() => 1;
            private void Again(int times) { if (times > 0) Again(times - 1); }
            private void ByName(int i) { }
            private void Shared() { }
            protected override void OnPart() { }
            private static int Static() => 1;
            private static int Made() => 1;
            private void InConstructor() { }
            private void OnlyNamed() { }
            private int Elsewhere { get; set; }
            private void Setup(SetupContext context) { OnPart(); Shared(); }
            private void OnStepStart(in StepStart start) { }
            private void OnStepFinish() { }
            private class Nested { void Locate() { } }
        }

        public class Other
        {
            public int Elsewhere { get; set; }
            public static double Light(StepImage image) => image.Mean();
            public static void Log(in Demo.LocateStep step) { }
            public static void Idle() { }
        }
        """;

    [Theory]
    [InlineData("Plant.Demo", "Check", (int)(Moments.PreExecute))]
    [InlineData("Plant.Demo", "Locate", (int)(Moments.Execute))]
    [InlineData("Plant.Demo", "Setup", (int)(Moments.Setup))]
    [InlineData("Plant.Demo", "OnStepStart", (int)(Moments.StepStart))]
    [InlineData("Plant.Demo", ".ctor", (int)(Moments.Construction))]
    [InlineData("Plant.Demo", "_made", (int)(Moments.Construction))]
    [InlineData("Plant.Demo", "Seed", (int)(Moments.TypeInitialization))]
    public void A_member_that_the_host_calls_has_its_own_moment(string type, string member, int moments) => Check(type, member, moments);

    [Theory]
    [InlineData("Plant.Demo", "Deep", (int)(Moments.Execute))]
    [InlineData("Plant.Demo", "get_Level", (int)(Moments.Execute))]
    [InlineData("Plant.Demo", "Again", (int)(Moments.Execute))]
    [InlineData("Plant.Demo", "ByName", (int)(Moments.Execute))]
    [InlineData("Plant.Demo", "OnPart", (int)(Moments.Setup))]
    [InlineData("Plant.Demo", "Shared", (int)(Moments.Step | Moments.Setup))]
    [InlineData("Plant.Demo", "Static", (int)(Moments.TypeInitialization))]
    [InlineData("Plant.Demo", "Made", (int)(Moments.Construction))]
    [InlineData("Plant.Demo", "InConstructor", (int)(Moments.Construction))]
    public void A_member_that_others_call_has_theirs(string type, string member, int moments) => Check(type, member, moments);

    [Theory]
    [InlineData("Plant.Station`1", "Report", (int)(Moments.Execute))]
    [InlineData("Plant.Station`1", "Inner", (int)(Moments.Execute))]
    [InlineData("Plant.Station`1", "_limit", (int)(Moments.Construction))]
    [InlineData("Plant.Station`1", "OfField", (int)(Moments.Construction))]
    [InlineData("Plant.Station`1", "Reset", (int)(Moments.Reset))]
    public void An_inherited_member_counts_as_one_of_the_algorithm(string type, string member, int moments) => Check(type, member, moments);

    [Theory]
    [InlineData("Plant.Other", "Light")]
    [InlineData("Plant.Other", "Log")]
    public void A_method_that_takes_a_step_or_its_picture_is_in_a_step(string type, string member) => Check(type, member, (int)Moments.Step);

    [Theory]
    [InlineData("Plant.Demo", "OnlyNamed")]
    [InlineData("Plant.Demo", "get_Elsewhere")]
    [InlineData("Plant.Demo", "OnStepFinish")]
    [InlineData("Plant.Demo+Nested", "Locate")]
    [InlineData("Plant.Station`1", "Unused")]
    [InlineData("Plant.Other", "Idle")]
    [InlineData("Plant.Other", "get_Elsewhere")]
    public void Nothing_is_said_about_other_code(string type, string member) => Check(type, member, (int)Moments.None);

    [Fact]
    public void Only_declared_algorithms_are_found()
    {
        var compilation = Compile(Source + "[Algorithm] class Second { } namespace Inner { class Algorithm { } } [Serializable] class Third { }");
        Assert.Equal(["Demo", "Second"], StepCode.Of(compilation)!.Algorithms.Select(a => a.Name));
        Assert.Same(StepCode.Of(compilation), StepCode.Of(compilation));
    }

    [Fact]
    public void Nothing_is_there_without_the_Sdk() =>
        Assert.Null(StepCode.Of(Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("empty")));

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string source) => new TestProject().Code(source).Manifest(Demo.OneStep).Build().Compilation;

    private static void Check(string type, string member, int moments)
    {
        var compilation = Compile(Source);
        var symbol = Assert.Single(compilation.GetTypeByMetadataName(type)!.GetMembers(member));
        Assert.Equal((Moments)moments, StepCode.Of(compilation)!.MomentsOf(symbol));
    }
}
