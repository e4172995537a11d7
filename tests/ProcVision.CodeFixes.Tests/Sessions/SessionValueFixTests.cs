using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Fixes of PV2001 and PV2009: the mark, <c>sealed</c>, <c>[JsonIgnore]</c>.</summary>
public sealed class SessionValueFixTests
{
    [Fact]
    public Task A_type_is_marked_and_the_namespace_imported() => new FixTest<SessionValueFix>()
        .File(
            "Step.cs",
            """
            static class Step
            {
                static void Run(ProcVision.Session session) => session.Set("pose", {|PV2001:new Plant.Pose(1, 2)|});
            }
            """,
            """
            static class Step
            {
                static void Run(ProcVision.Session session) => session.Set("pose", new Plant.Pose(1, 2));
            }
            """)
        .File(
            "Pose.cs",
            """
            namespace Plant;

            /// <summary>Where it lies.</summary>
            public sealed record Pose(double X, double Y);
            """,
            """
            using ProcVision;

            namespace Plant;

            /// <summary>Where it lies.</summary>
            [SessionValue]
            public sealed record Pose(double X, double Y);
            """)
        .RunAsync("Mark 'Pose' with [SessionValue]");

    [Fact]
    public Task Comments_other_attributes_and_the_indent_stay() => new FixTest<SessionValueFix>()
        .File(
            "Step.cs",
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("grades", {|PV2001:new List<Grade>()|});

                // As the platform counts them.
                [Flags]
                internal enum Grade : byte
                {
                    Good,
                    Bad,
                }
            }
            """,
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("grades", new List<Grade>());

                // As the platform counts them.
                [SessionValue]
                [Flags]
                internal enum Grade : byte
                {
                    Good,
                    Bad,
                }
            }
            """)
        .RunAsync("Mark 'Grade' with [SessionValue]");

    [Fact]
    public Task All_types_of_a_project_are_marked_at_once() => new FixTest<SessionValueFix>()
        .File(
            "Step.cs",
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session)
                {
                    session.Set("a", {|PV2001:new A(1)|});
                    session.Set("b", {|PV2001:new[] { new B(1) }|});
                    var a = session.Get<{|PV2001:A|}>("a");
                }
            }

            record A(int X);

            record B(int X);
            """,
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session)
                {
                    session.Set("a", new A(1));
                    session.Set("b", new[] { new B(1) });
                    var a = session.Get<A>("a");
                }
            }

            [SessionValue]
            record A(int X);

            [SessionValue]
            record B(int X);
            """)
        .RunAsync();

    [Fact]
    public Task A_part_of_a_partial_type_in_another_file_is_marked_once() => new FixTest<SessionValueFix>()
        .File(
            "Step.cs",
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("pose", {|PV2001:new Pose()|});
            }
            """,
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("pose", new Pose());
            }
            """)
        .File("One.cs", "public sealed partial class Pose\r\n{\r\n    public int X { get; set; }\r\n}\r\n", "using ProcVision;\r\n\r\n[SessionValue]\r\npublic sealed partial class Pose\r\n{\r\n    public int X { get; set; }\r\n}\r\n")
        .File("Two.cs", "public sealed partial class Pose { public int Y { get; set; } }", "public sealed partial class Pose { public int Y { get; set; } }")
        .RunAsync("Mark 'Pose' with [SessionValue]");

    [Fact]
    public Task A_class_is_marked_and_sealed() => new FixTest<SessionValueFix>()
        .File(
            "Step.cs",
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("pose", {|PV2001:new Pose()|});
            }

            public class Pose
            {
                public int X { get; set; }
            }
            """,
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("pose", new Pose());
            }

            [SessionValue]
            public sealed class Pose
            {
                public int X { get; set; }
            }
            """)
        .RunAsync("Mark 'Pose' with [SessionValue] and make 'Pose' sealed");

    [Fact]
    public Task A_class_within_a_marked_type_is_sealed() => new FixTest<SessionValueFix>()
        .File(
            "Pose.cs",
            """
            using ProcVision;

            [SessionValue]
            public sealed record Pose(
                int X)
            {
                public List<Frame> {|PV2009:Frames|} { get; set; } = [];
            }

            public class Frame
            {
                public int Id { get; set; }
            }
            """,
            """
            using ProcVision;

            [SessionValue]
            public sealed record Pose(
                int X)
            {
                public List<Frame> Frames { get; set; } = [];
            }

            public sealed class Frame
            {
                public int Id { get; set; }
            }
            """)
        .RunAsync("Make 'Frame' sealed");

    [Fact]
    public Task A_member_is_ignored() => new FixTest<SessionValueFix>()
        .File(
            "Pose.cs",
            """
            using ProcVision;

            [SessionValue]
            public sealed class Pose
            {
                public int X { get; set; }

                /// <summary>Of the camera.</summary>
                public nint {|PV2009:Handle|} { get; set; }
            }
            """,
            """
            using System.Text.Json.Serialization;
            using ProcVision;

            [SessionValue]
            public sealed class Pose
            {
                public int X { get; set; }

                /// <summary>Of the camera.</summary>
                [JsonIgnore]
                public nint Handle { get; set; }
            }
            """)
        .RunAsync("Ignore 'Handle' with [JsonIgnore]");

    [Fact]
    public Task A_member_is_ignored_and_the_type_marked() => new FixTest<SessionValueFix>()
        .File(
            "Step.cs",
            """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("pose", {|PV2001:new Pose()|});
            }

            public sealed class Pose
            {
                public int X { get; set; }
                public Frame Frame { get; set; } = new();
            }

            public sealed class Frame
            {
                public int Id;
                public Action? Changed;
            }
            """,
            """
            using System.Text.Json.Serialization;
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("pose", new Pose());
            }

            [SessionValue]
            public sealed class Pose
            {
                public int X { get; set; }
                public Frame Frame { get; set; } = new();
            }

            public sealed class Frame
            {
                public int Id;
                [JsonIgnore]
                public Action? Changed;
            }
            """)
        .RunAsync("Mark 'Pose' with [SessionValue] and ignore 'Changed' with [JsonIgnore]");

    [Theory]
    [InlineData("public sealed record Pose(int X, nint Handle);")]
    [InlineData("public class Pose { public int X { get; set; } } public class Special : Pose { }")]
    [InlineData("public class Pose { public virtual int X { get; set; } }")]
    [InlineData("public abstract class Pose { public int X { get; set; } }")]
    [InlineData("public sealed class Pose { public nint A { get; set; } public nint B { get; set; } }")]
    public Task Nothing_is_offered_that_would_not_do(string type)
    {
        string source = $$"""
            using ProcVision;

            static class Step
            {
                static void Run(Session session, Pose pose) => session.Set("pose", {|PV2001:pose|});
            }

            {{type}}
            """;
        return new FixTest<SessionValueFix>().File("Step.cs", source, source).RunAsync();
    }

    [Fact]
    public Task A_type_of_another_assembly_is_left_alone()
    {
        const string Source = """
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("version", {|PV2001:new Version(1, 0)|});
            }
            """;
        return new FixTest<SessionValueFix>().File("Step.cs", Source, Source).RunAsync();
    }
}
