using Microsoft.CodeAnalysis.CodeFixes;
using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Results;

/// <summary>The fixes of PV3004, PV3005, PV3008, PV3010, PV3011 and PV3012.</summary>
public sealed class ResultFixTests
{
    [Theory]
    [InlineData("if (count < 6)\n            {|PV3012:ExecuteResult.Ng(\"缺少\")|};", "if (count < 6)\n            return ExecuteResult.Ng(\"缺少\");")]
    [InlineData(
        "if (count < 6)\n        {\n            // Too few.\n            {|PV3012:ExecuteResult.Ng(\"缺少\")|}; // all\n        }",
        "if (count < 6)\n        {\n            // Too few.\n            return ExecuteResult.Ng(\"缺少\"); // all\n        }")]
    [InlineData("if (count < 6) { } else {|PV3012:Judge(count)|};", "if (count < 6) { } else return Judge(count);")]
    public Task A_result_that_nobody_gets_is_returned(string before, string after) => Fix<ReturnResultFix>(before, after, "Return the result");

    [Fact]
    public Task What_With_gives_is_kept() => Fix<ReturnResultFix>(
        "var result = ExecuteResult.Ok();\n        // Its size.\n        {|PV3012:result.With(\"size\", 1, Json<int>())|};\n        if (count > 1) return result;",
        "var result = ExecuteResult.Ok();\n        // Its size.\n        result = result.With(\"size\", 1, Json<int>());\n        if (count > 1) return result;",
        "Keep the result in 'result'");

    [Theory]
    [InlineData("{|PV3012:ExecuteResult.Ng(\"缺少\")|};")]
    [InlineData("void Look() { {|PV3012:ExecuteResult.Ng(\"缺少\")|}; }\n        Look();")]
    [InlineData("if (count < 6) { {|PV3012:PreResult.Ok()|}; }")]
    public Task No_return_is_offered_where_it_would_not_compile_or_skip_the_rest(string line) => Fix<ReturnResultFix>(line, line, null);

    [Theory]
    [InlineData("{|PV3004:(ErrorCode)3001|}", "ModelNotFound")]
    [InlineData("{|PV3005:(ErrorCode)2001|}", "ModelNotFound")]
    [InlineData("{|PV3004:(ErrorCode)1234|}", "Unknown")]
    [InlineData("{|PV3004:default|}", "Unknown")]
    [InlineData("code: {|PV3004:0|}", "Unknown")]
    public Task The_nearest_code_is_named(string code, string nearest) => Fix<NamedCodeFix>(
        $"if (count < 6) return ExecuteResult.Error({code}, \"失败\");",
        $"if (count < 6) return ExecuteResult.Error({(code.StartsWith("code", StringComparison.Ordinal) ? "code: " : "")}ErrorCode.{nearest}, \"失败\");",
        $"Use 'ErrorCode.{nearest}'");

    [Theory]
    [InlineData(
        "return ExecuteResult.Ng(\"缺少\").With({|PV3010:\"error_code\"|}, \"1007\", Json<string>());",
        "return ExecuteResult.Ng(\"缺少\");")]
    [InlineData(
        "return ExecuteResult.Ok()\n            .With({|PV3011:\"debug\"|}, 1, Json<int>())\n            .With(\"size\", 1, Json<int>());",
        "return ExecuteResult.Ok()\n            .With(\"size\", 1, Json<int>());")]
    public Task A_record_that_is_refused_is_removed(string before, string after) =>
        Fix<RemoveRecordFix>("if (count < 6)\n            " + before, "if (count < 6)\n            " + after, "Remove the record");

    [Theory]
    [InlineData(0, "Return an error", "ExecuteResult.Error(ErrorCode.Unknown, \"没有检测结果\")")]
    [InlineData(1, "Return OK", "ExecuteResult.Ok()")]
    public async Task A_default_result_becomes_one_that_says_something(int index, string title, string result)
    {
        var test = new FixTest<DefaultResultFix> { CodeActionIndex = index };
        await test
            .File("Step.cs", Source("if (count < 6) return {|PV3008:default|}; // none"), Source($"if (count < 6) return {result}; // none"))
            .RunAsync(title);
    }

    private static Task Fix<TFix>(string before, string after, string? title)
        where TFix : CodeFixProvider, new() => new FixTest<TFix>().File("Step.cs", Source(before), Source(after)).RunAsync(title);

    private static string Source(string lines) => $$"""
        using System.Text.Json.Serialization.Metadata;
        using ProcVision;

        static class Step
        {
            static ExecuteResult Run(int count)
            {
                {{lines}}
                return ExecuteResult.Ok();
            }

            static ExecuteResult Judge(int count) => count > 0 ? ExecuteResult.Ok() : ExecuteResult.Ng("空");

            static JsonTypeInfo<T> Json<T>() => null!;
        }
        """;
}
