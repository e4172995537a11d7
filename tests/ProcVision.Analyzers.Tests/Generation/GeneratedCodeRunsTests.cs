using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Generation;

/// <summary>Generated code, compiled and run against the real Sdk.</summary>
public sealed class GeneratedCodeRunsTests
{
    /// <summary>DESIGN §3: a step is at most 128 bytes.</summary>
    [Fact]
    public void A_step_is_small()
    {
        var size = (int)Run("""
            using ProcVision;

            [Algorithm(Session = typeof(State))] public sealed partial class Demo { [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok(); }
            [Session] public readonly ref partial struct State { public partial Rect? Tray { get; set; } }
            public static class Program { public static object Run() => System.Runtime.CompilerServices.Unsafe.SizeOf<Demo.LocateStep>(); }
            """);
        Assert.InRange(size, 8, 128);
    }

    [Fact]
    public void State_and_parameters_reach_the_author() => Assert.Equal(
        "True|False|Ng|7 0.5 <null> Fast x 1,2,3,4|10,20,30,40",
        Run("""
            using ProcVision;
            using ProcVision.Testing;

            [Algorithm(Session = typeof(State))]
            public sealed partial class Demo
            {
                [PreExecute(1), NoImage]
                PreResult Check(in LocateStep step)
                {
                    step.Session.Tray = step.Params.Roi;
                    return step.Session.Count == 0 ? PreResult.Ok() : PreResult.Error(ErrorCode.InvalidParams, "again");
                }

                [Execute(1), NoImage]
                ExecuteResult Locate(in LocateStep step)
                {
                    step.Session.Count = 7;
                    step.Session.Note = step.Params.Label;
                    return ExecuteResult.Ng($"{step.Session.Count} {step.Params.Gain} {step.Params.Limit?.ToString() ?? "<null>"} {step.Params.Mode} {step.Session.Note} {step.Session.Tray}");
                }
            }

            [Session]
            public readonly ref partial struct State
            {
                public partial Rect? Tray { get; set; }
                public partial long Count { get; set; }
                public partial string? Note { get; set; }
            }

            public static class Program
            {
                public static object Run()
                {
                    using var test = AlgorithmTest.Start<Demo>("p001");
                    var session = new Session("s");
                    var pre = test.PreExecute(1, parameters: "{\"roi\":\"1,2,3,4\"}", session: session);
                    var execute = test.Execute(1, parameters: "{\"roi\":{\"x\":5,\"y\":5,\"width\":5,\"height\":5},\"unknown\":[],\"limit\":null}", session: session);
                    var again = test.PreExecute(1, parameters: "{\"roi\":\"10,20,30,40\"}", session: session);
                    return $"{pre.IsOk}|{again.IsOk}|{execute.Verdict}|{execute.Message}|{State.Over(session).Tray}";
                }
            }
            """));

    /// <summary>By its name alone it would be taken for ours, and 16 bytes written into the room of 2.</summary>
    [Fact]
    public void A_type_of_the_author_that_is_named_like_a_built_in_one_is_another_type() => Assert.Equal("3,4 and 5|True|True", Run("""
        using ProcVision;

        [Algorithm(Session = typeof(State))] public sealed partial class Demo { [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok(); }

        namespace Plant { public struct Rect { public byte X; public byte Y; } public enum Guid : byte { None, Five = 5 } }

        public struct Char { public long A, B; }

        [Session]
        public readonly ref partial struct State
        {
            public partial Plant.Rect Box { get; set; }
            public partial Plant.Guid Id2 { get; set; }
            public partial global::Char Last { get; set; }
        }

        public static class Program
        {
            public static object Run()
            {
                var session = new Session("s");
                var state = State.Over(session);
                state.Box = new Plant.Rect { X = 3, Y = 4 };
                session.Set("Id2", Plant.Guid.Five);
                return $"{session.Get<Plant.Rect>("Box").X},{state.Box.Y} and {(int)state.Id2}|{Refuses(() => session.Set("Box", new ProcVision.Rect(1, 2, 3, 4)))}|{Refuses(() => session.Set("Last", 'c'))}";
            }

            private static bool Refuses(System.Action set)
            {
                try { set(); return false; } catch (SessionException) { return true; }
            }
        }
        """));

    [Fact]
    public void Values_of_the_authors_own_types_are_shown_as_objects_and_names() => Assert.Equal(
        """{"Pose":{"X":3,"Y":4},"Grade":"Bad","Cell":{"Item1":2,"Item2":"Good"},"Before":null}|99""",
        Run("""
            using ProcVision;
            using ProcVision.CompilerServices;

            [Algorithm(Session = typeof(State))] public sealed partial class Demo { [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok(); }

            public enum Grade { Good, Bad }

            public readonly record struct Pose(double X, double Y) { public double Length => System.Math.Sqrt(X * X + Y * Y); }

            public struct Place { public Pose Pose { get; init; } public Grade Grade; public (int Row, Grade) Cell; public Pose? Before; }

            [Session]
            public readonly ref partial struct State { public partial Place? Place { get; set; } public partial Grade Grade { get; set; } }

            public static class Program
            {
                public static object Run()
                {
                    var session = new Session("s");
                    var state = State.Over(session);
                    state.Place = new Place { Pose = new Pose(3, 4), Grade = Grade.Bad, Cell = (2, Grade.Good) };
                    state.Grade = (Grade)99;
                    return Shown(session, 1) + "|" + Shown(session, 0);
                }

                private static string Shown(Session session, int index)
                {
                    var values = (System.Collections.IEnumerable)typeof(Session).GetMethod("ToValues", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(session, null)!;
                    foreach (var value in values)
                    {
                        if (index-- == 0)
                            return System.Text.Encoding.UTF8.GetString((byte[])value.GetType().GetProperty("Json", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)!.GetValue(value)!);
                    }

                    return "";
                }
            }
            """));

    /// <summary>The required rectangle is the whole camera picture, required parameters with a default have it (DESIGN §7).</summary>
    [Fact]
    [Conformance(87, 88, 89, "C6")]
    public void The_guide_and_the_parameters_of_an_execute_only_call_reach_the_author() => Assert.Equal(
        "320x240 0,0,320,240 0.5 fast? Fast 9|160x120 1 螺丝 1,2,3,4 放入|ERROR 1006: 缺少必需参数: roi, grade",
        Run("""
            using ProcVision;
            using ProcVision.Testing;

            [Algorithm(ExecuteOnly = true)]
            public sealed partial class Demo
            {
                [Execute(1)]
                ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ng(
                    $"{step.Image.Width}x{step.Image.Height} {step.Params.Roi} {step.Params.Gain} fast? {step.Params.Mode} {step.Params.Grade}|{Shown(step.Guide)}");

                private static string Shown(StepGuide guide) =>
                    $"{guide.Image.Width}x{guide.Image.Height} {guide.Regions.Count} {guide.Regions[0].Label} {guide.Regions[0].Places[0]} {guide.Description}";
            }

            public static class Program
            {
                public static object Run()
                {
                    using var test = AlgorithmTest.Start<Demo>("p001");
                    var image = new ImageBuffer(320, 240, PixelFormat.Gray8, new byte[320 * 240]);
                    var guide = new TestGuide(new ImageBuffer(160, 120, PixelFormat.Gray8, new byte[160 * 120]))
                    {
                        Regions = [new("螺丝", [new Rect(1, 2, 3, 4)])],
                        Description = "放入",
                    };
                    return $"{test.ExecuteOnly(1, image, guide).Message}|{test.Execute(1, image)}";
                }
            }
            """,
            """, { "key": "grade", "type": "int", "required": true, "default": 9 }"""));

    private static object Run(string source, string moreParameters = "") => new TestProject()
        .Code(source)
        .Manifest(Demo.WithParams($$"""
            { "key": "roi", "type": "rect", "required": true },
            { "key": "gain", "type": "float", "default": 0.5 },
            { "key": "limit", "type": "int" },
            { "key": "mode", "type": "enum", "choices": ["fast", "slow"], "default": "fast" },
            { "key": "label", "type": "string", "default": "x" }{{moreParameters}}
            """))
        .Build().IsClean().Load().GetType("Program")!.GetMethod("Run")!.Invoke(null, null)!;
}
