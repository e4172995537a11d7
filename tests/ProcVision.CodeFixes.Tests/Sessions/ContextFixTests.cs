using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Fixes that hand a type to System.Text.Json (PV2001, PV2008, PV2009).</summary>
public sealed class ContextFixTests
{
    private const string Context = """
        using System.Text.Json.Serialization;

        namespace Plant.Json;

        [JsonSerializable(typeof(int))]
        public sealed partial class AppJson : JsonSerializerContext;

        """;

    [Fact]
    public Task A_context_is_made_where_there_is_none() => new FixTest<NameContextFix>()
        .File(
            "Template.cs",
            """
            using ProcVision;

            namespace Plant;

            [{|PV2009:SessionValue|}]
            public class Template
            {
                public string Name { get; set; } = "";
            }
            """,
            """
            using ProcVision;

            namespace Plant;

            [SessionValue(Context = typeof(SessionJson))]
            public class Template
            {
                public string Name { get; set; } = "";
            }
            """)
        .NewFile(
            "SessionJson.cs",
            """
            using System.Text.Json.Serialization;

            namespace Plant;

            [JsonSerializable(typeof(Template))]
            internal sealed partial class SessionJson : JsonSerializerContext;

            """)
        .RunAsync("Let a new JsonSerializerContext write 'Template'");

    [Fact]
    public Task A_context_that_is_there_takes_the_type() => new FixTest<NameContextFix>()
        .File(
            "Step.cs",
            """
            using ProcVision;

            namespace Plant;

            static class Step
            {
                static void Run(Session session) => session.Set("set", {|PV2001:new Template()|});
            }

            public sealed class Template
            {
                public HashSet<string> Names { get; set; } = [];
            }
            """,
            """
            using Plant.Json;
            using ProcVision;

            namespace Plant;

            static class Step
            {
                static void Run(Session session) => session.Set("set", new Template());
            }

            [SessionValue(Context = typeof(AppJson))]
            public sealed class Template
            {
                public HashSet<string> Names { get; set; } = [];
            }
            """)
        .File("AppJson.cs", Context, Context.Replace("[JsonS", "[JsonSerializable(typeof(Template))]\n[JsonS", StringComparison.Ordinal))
        .RunAsync("Let 'AppJson' write 'Template'");

    [Theory]
    [InlineData("public sealed class Template { public nint Handle { get; set; } }")]
    [InlineData("public sealed class Template { public int[,] Grid { get; set; } = new int[1, 1]; }")]
    public Task A_context_is_not_offered_for_what_Json_cannot_hold(string type)
    {
        string source = $$"""
            using ProcVision;

            static class Step
            {
                static void Run(Session session) => session.Set("set", {|PV2001:new Template()|});
            }

            {{type}}
            """;
        return new FixTest<NameContextFix>().File("Step.cs", source, source).RunAsync();
    }

    [Fact]
    public Task The_missing_attribute_is_added_to_the_context() => new FixTest<CompleteContextFix>()
        .File(
            "Template.cs",
            """
            using Plant.Json;
            using ProcVision;

            namespace Plant;

            [SessionValue(Context = typeof({|PV2008:AppJson|}))]
            public class Template
            {
                public object? Anything { get; set; }
            }
            """,
            """
            using Plant.Json;
            using ProcVision;

            namespace Plant;

            [SessionValue(Context = typeof(AppJson))]
            public class Template
            {
                public object? Anything { get; set; }
            }
            """)
        .File("AppJson.cs", Context, Context.Replace("[JsonS", "[JsonSerializable(typeof(Template))]\n[JsonS", StringComparison.Ordinal))
        .RunAsync("Add [JsonSerializable(typeof(Template))] to 'AppJson'");

    [Fact]
    public Task A_context_that_is_none_is_left_alone()
    {
        const string Source = """
            using ProcVision;

            [SessionValue(Context = typeof({|PV2008:string|}))]
            public class Template
            {
                public object? Anything { get; set; }
            }
            """;
        return new FixTest<CompleteContextFix>().File("Template.cs", Source, Source).RunAsync();
    }
}
