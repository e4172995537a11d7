using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>The fix of PV2011: a partial property with get and set.</summary>
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
}
