using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Fixes of properties of a session struct: PV2011, PV2015, and PV2001 where it is about their types.</summary>
public sealed class SessionPropertyFixTests
{
    [Fact]
    public Task Every_property_of_a_session_is_mended_at_once() => new FixTest<SessionPropertyFix>()
        .File(
            "State.cs",
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public int {|PV2011:One|} { get; }
                public partial int {|PV2011:Two|} { get; }

                // Read by step 2.
                public partial Rect? {|PV2011:Three|} { get; init; }
                partial string? {|PV2011:Four|} { set; }
            }
            """,
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public partial int One { get; set; }
                public partial int Two { get; set; }

                // Read by step 2.
                public partial Rect? Three { get; set; }
                partial string? Four { get; set; }
            }
            """)
        .RunAsync();

    [Fact]
    public Task A_static_property_is_left_alone()
    {
        const string Source = """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public static partial int {|PV2011:One|} { get; set; }
            }
            """;
        return new FixTest<SessionPropertyFix>().File("State.cs", Source, Source).RunAsync();
    }

    [Fact]
    public Task Records_without_a_question_mark_get_one() => new FixTest<NullablePropertyFix>()
        .File(
            "State.cs",
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public partial {|PV2015:Template|} First { get; set; }
                public partial {|PV2015:Template|} Second { get; set; }
            }

            public sealed record Template(int X);
            """,
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public partial Template? First { get; set; }
                public partial Template? Second { get; set; }
            }

            public sealed record Template(int X);
            """)
        .RunAsync();

    [Fact]
    public Task The_class_of_a_property_is_sealed_and_needs_no_mark() => new FixTest<SessionValueFix>()
        .File(
            "State.cs",
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public partial {|PV2001:List<Template>|} All { get; set; }
            }

            public class Template { public int X { get; set; } }
            """,
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public partial List<Template> All { get; set; }
            }

            public sealed class Template { public int X { get; set; } }
            """)
        .RunAsync("Make 'Template' sealed");

    [Fact]
    public Task A_context_writes_the_class_of_a_property() => new FixTest<NameContextFix>()
        .File(
            "State.cs",
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public partial {|PV2001:Template?|} Best { get; set; }
            }

            public sealed class Template
            {
                public HashSet<int> Xs { get; set; } = [];
            }
            """,
            """
            using ProcVision;

            [Session]
            public readonly ref partial struct State
            {
                public partial Template? Best { get; set; }
            }

            [SessionValue(Context = typeof(SessionJson))]
            public sealed class Template
            {
                public HashSet<int> Xs { get; set; } = [];
            }
            """)
        .NewFile(
            "SessionJson.cs",
            """
            using System.Text.Json.Serialization;

            [JsonSerializable(typeof(Template))]
            internal sealed partial class SessionJson : JsonSerializerContext;

            """)
        .RunAsync("Let a new JsonSerializerContext write 'Template'");
}
