using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Generation;

/// <summary>What is generated, to be read; and that it compiles without a warning, with nullable on and off.</summary>
public sealed class SnapshotTests
{
    public static TheoryData<NullableContextOptions> Nullability => [NullableContextOptions.Enable, NullableContextOptions.Disable];

    [Theory]
    [MemberData(nameof(Nullability))]
    public void The_algorithm_of_the_design(NullableContextOptions nullable) => Verify(
        nameof(The_algorithm_of_the_design),
        new TestProject { Nullable = nullable, Output = OutputKind.ConsoleApplication }
            .Code("""
                using ProcVision;

                namespace Plant;

                [Algorithm(Session = typeof(TraySession), ExecuteOnly = true)]
                public sealed partial class PartInspection
                {
                    [PreExecute(1)]
                    PreResult CheckLight(in LocateTrayStep step) =>
                        step.Image.Width >= 50 ? PreResult.Ok($"曝光 {step.Params.Exposure:F1}") : PreResult.Error(ErrorCode.InvalidParams, $"{step.Pid} 光照不足");

                    [Execute(1)]
                    ExecuteResult Locate(in LocateTrayStep step)
                    {
                        step.Session.Tray = step.Params.Roi;
                        return ExecuteResult.Ok();
                    }

                    [Execute(2)]
                    ExecuteResult Inspect(in InspectPartsStep step)
                    {
                        if (step.Session.Tray is not { } tray)
                            return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到料盘，请先执行定位步骤");
                        return step.Params.Mode == InspectPartsMode.Fast && tray.Width > 0 ? ExecuteResult.Ok() : ExecuteResult.Ng($"{step.Assets.Config}");
                    }

                    void Setup(SetupContext context)
                    {
                        foreach (string pid in context.Pids)
                            context.Log.Info(Assets.Of(context, pid).Config);
                    }

                    void Teardown() { }
                }

                [Session]
                public readonly ref partial struct TraySession
                {
                    public partial Rect? Tray { get; set; }
                }
                """)
            .Manifest("""
                {
                  "name": "algorithm-example",
                  "version": "1.0.0",
                  "description": "数零件",
                  "entry_point": "algorithm_example.main:PartInspection",
                  "supported_pids": ["p001", "p002"],
                  "required_assets": { "p001": { "config": "assets/p001.json" }, "p002": { "config": "assets/p002.json" } },
                  "steps": [
                    { "index": 1, "id": "locate_tray", "name": "定位料盘", "params": [
                      { "key": "roi", "type": "rect", "required": true },
                      { "key": "exposure", "type": "float", "default": 12.5, "min": 8, "max": 16, "unit": "ms", "description": "曝光时间" } ] },
                    { "index": 2, "id": "inspect_parts", "name": "检测零件", "params": [
                      { "key": "threshold", "type": "float", "default": 0.7, "min": 0.5, "max": 0.9 },
                      { "key": "mode", "type": "enum", "choices": ["fast", "accurate"], "default": "fast" } ] }
                  ]
                }
                """)
            .Property("ProcVisionImageDecoder", "none"));

    [Theory]
    [MemberData(nameof(Nullability))]
    public void Parameters_of_every_type(NullableContextOptions nullable) => Verify(
        nameof(Parameters_of_every_type),
        new TestProject { Nullable = nullable }
            .Code($$"""using ProcVision; namespace Plant; [Algorithm] public sealed partial class Demo { {{Demo.Locate}} }""")
            .Manifest(Demo.WithParams("""
                { "key": "count", "type": "int", "required": true, "min": -9223372036854775808, "max": 12, "clamp": true, "unit": "个" },
                { "key": "count_default", "type": "int", "default": 3 },
                { "key": "count_optional", "type": "int" },
                { "key": "gain", "type": "float", "required": true, "default": 0.1, "min": 1e-300, "max": 1.7976931348623157e308 },
                { "key": "gain_default", "type": "float", "default": -0.0, "clamp": true, "max": 0.30000000000000004 },
                { "key": "gain_optional", "type": "float" },
                { "key": "roi", "type": "rect", "required": true },
                { "key": "roi_default", "type": "rect", "default": "1,2,30,40" },
                { "key": "roi_optional", "type": "rect" },
                { "key": "mode", "type": "enum", "choices": ["fast", "slow"], "required": true },
                { "key": "mode_default", "type": "enum", "choices": ["fast", "slow"], "default": "slow" },
                { "key": "mode_optional", "type": "enum", "choices": ["fast", "slow"] },
                { "key": "flag", "type": "bool", "required": true },
                { "key": "flag_default", "type": "bool", "default": true },
                { "key": "flag_optional", "type": "bool" },
                { "key": "text", "type": "string", "required": true, "min_length": 2, "max_length": 8, "pattern": "^[A-Z\"\\\\]+$" },
                { "key": "text_default", "type": "string", "default": "a\"b\\c\u0007{x}" },
                { "key": "text_optional", "type": "string", "description": "of the <part> &\nits\u2028maker" }
                """)));

    [Theory]
    [MemberData(nameof(Nullability))]
    public void Session_properties_of_every_form(NullableContextOptions nullable) => Verify(
        nameof(Session_properties_of_every_form) + (nullable == NullableContextOptions.Disable ? "_without_nullable" : ""),
        new TestProject { Nullable = nullable }
            .Code($$"""
                using System;
                using System.Collections.Generic;
                using System.Collections.Immutable;
                using ProcVision;

                namespace Plant
                {
                    public partial class Line
                    {
                        public struct Pose { public double X; public Quality Quality; public short Z; }

                        public enum Quality : byte { Good, Bad }

                        internal record Template(string Name);

                        [Session]
                        internal readonly ref partial struct State
                        {
                            public partial int Count { get; set; }
                            public partial Quality? Quality { get; set; }
                            internal partial Pose Pose { get; private set; }
                            public partial (int Row, double) Cell { get; set; }
                            public partial DateTimeOffset @class { get; set; }
                            [MaxBytes(12)] public partial string Operator { get; set; }
                            public partial double[] Widths { get; set; }
                            public partial ImmutableArray<Pose>? Poses { get; set; }
                            [MaxBytes(1000)] public partial Dictionary<string, List<int?>> Counts { get; set; }
                            public partial (int, string Name) Named { get; set; }
                            public partial List<Template> Templates { get; set; }
                            {{(nullable == NullableContextOptions.Enable
                                ? """
                                public partial string? Note { get; set; }
                                public partial Template? Template { get; set; }
                                public partial Quality[]? Qualities { get; set; }
                                public partial List<Template?>? Candidates { get; set; }
                                """
                                : "public partial Template Template { get; set; }")}}
                            public bool IsEmpty => Count == 0;
                        }
                    }
                }
                """));

    [Fact]
    public void Session_values_of_the_authors_own_types() => Verify(
        nameof(Session_values_of_the_authors_own_types),
        new TestProject().Code("""
            using System;
            using ProcVision;

            namespace Plant;

            public enum Grade : sbyte { Bad = -1, Good, Fine = Good, @class }

            public readonly record struct Pose(double X, double Y)
            {
                public double Length => Math.Sqrt(X * X + Y * Y);
                public Pose Normalized => new(X / Length, Y / Length);
                public string Text => $"{X}";
                public object Boxed => this;
                public double this[int axis] => axis == 0 ? X : Y;
                public static Pose Zero => default;
                internal double Hidden => X;
                [Obsolete] public double Old => X;
            }

            public unsafe struct Place
            {
                public Pose Pose;
                public Pose? Before;
                public Grade? @class { get; set; }
                public (int Row, Grade) Cell;
                public nint Handle => 0;
                public DateTime? Time;
                private int _secret;
                public void Keep() => _secret++;
            }

            [Session]
            public readonly ref partial struct State
            {
                public partial Place? Place { get; set; }
                public partial Grade Grade { get; set; }
                public partial int Count { get; set; }
            }
            """));

    [Theory]
    [MemberData(nameof(Nullability))]
    public void Marked_values_of_every_shape(NullableContextOptions nullable) => Verify(
        nameof(Marked_values_of_every_shape) + (nullable == NullableContextOptions.Disable ? "_without_nullable" : ""),
        new TestProject { Nullable = nullable }.Code($$"""
            using System;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Text.Json.Serialization;
            using ProcVision;

            namespace Plant
            {
                [SessionValue] public enum Grade : sbyte { Bad = -1, Good, Fine = Good, [JsonStringEnumMemberName("top")] Best, @class }

                [Flags] public enum Marks : ulong { None = 0, Edge = 1, Hole = 2, Top = 1UL << 63 }

                [SessionValue] public readonly record struct Pose(double X, double Y) { private readonly Marks _marks; public Marks Marks { get => _marks; init => _marks = value; } }

                public struct Pair<T> where T : unmanaged { public T First; private T _second; internal T? Third; [JsonIgnore] public T Second { get => _second; set => _second = value; } }

                [SessionValue] public struct Place { public Pose Pose { get; set; } public Pair<Pose> Both; public readonly Grade Grade; public (int Row, double) Cell; public System.Numerics.Vector3 Direction; public Rect? Box; }

                [SessionValue] public struct Named { public string Name; public int Count { get; init; } }

                [SessionValue] public record Template(string Name, List<Pose> Points, int Count = 3, Grade Grade = Grade.Best, double? Limit = null, float Scale = 0.5f)
                {
                    public required Dictionary<string, Template{{(nullable == NullableContextOptions.Enable ? "?" : "")}}> Parts { get; init; }
                    [JsonPropertyName("the \"class\"")] public int @class { get; set; }
                    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string{{(nullable == NullableContextOptions.Enable ? "?" : "")}} Note { get; set; }
                    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Twice { get; init; }
                    [JsonIgnore] public int Length => Name.Length;
                    [JsonPropertyOrder(-1)] public byte[] Raw = [];
                    [JsonInclude] internal Holder<string> Held { get; set; } = new();
                    public ImmutableArray<Grade?> Grades { get; init; } = [];
                    public (int Row, string) Cell { get; init; }
                    public DateTime[][] Times { get; init; } = [];
                }

                public sealed class Holder<T> { public T{{(nullable == NullableContextOptions.Enable ? "?" : "")}} Value { get; set; } }

                public sealed class Empty;

                [SessionValue] public sealed class Made { [JsonConstructor] public Made(int size, Empty empty) { Size = size; Empty = empty; } public int Size { get; } public Empty Empty { get; } }
            }

            [SessionValue] public record Codecs(int Types) { public Codecs{{(nullable == NullableContextOptions.Enable ? "?" : "")}} Next { get; set; } }
            """));

    [Fact]
    public void Placeholders_for_names_that_nothing_yields() => Snapshot.Verify(
        new TestProject()
            .Code("""
                using ProcVision;

                namespace Plant;

                [Algorithm]
                public sealed partial class NoManifest
                {
                    [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
                    double Measure(LocateParams parameters, LocateMode? mode) => 0;
                }

                [Algorithm]
                public sealed class NotPartial
                {
                    [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
                }

                [Algorithm]
                public abstract partial class NotConcrete
                {
                    [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
                }

                [Algorithm]
                public sealed partial class Demo
                {
                    [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
                    [Execute(3)] ExecuteResult Measure(in MeasureStep step) => ExecuteResult.Ok();
                }

                [Session]
                public partial struct NotReadonly
                {
                    public partial int Count { get; set; }
                    public partial object Value { get; }
                }
                """)
            .Manifest(Demo.OneStep)
            .Build(),
        nameof(Placeholders_for_names_that_nothing_yields));

    [Fact]
    public void Several_algorithms_in_one_project() => Verify(
        nameof(Several_algorithms_in_one_project),
        new TestProject { Output = OutputKind.ConsoleApplication }
            .Code($$"""
                using ProcVision;

                [Algorithm] internal sealed partial class Zebra { {{Demo.Locate}} }

                namespace Plant.Hall
                {
                    public partial record struct Line
                    {
                        public partial interface IStation
                        {
                            [Session] private readonly ref partial struct State { public partial int Count { get; set; } }

                            [Algorithm(Session = typeof(State))] internal sealed partial record Demo { {{Demo.Locate}} }
                        }
                    }
                }
                """)
            .Manifest(Demo.OneStep, "demo/manifest.json")
            .Manifest(Demo.OneStep.Replace(":Demo", ":Zebra", StringComparison.Ordinal), "zebra/manifest.json")
            .Property("RootNamespace", "3rd-plant.class.Line"));

    private static void Verify(string name, TestProject project) => Snapshot.Verify(project.Build().IsClean(), name);
}
