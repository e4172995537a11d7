using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Results;

/// <summary>PV3010 and PV3011: keys of records.</summary>
public sealed class RecordKeyTests
{
    [Theory]
    [InlineData("ExecuteResult.Ng(\"缺少\").With({|PV3010:\"error_code\"|}, \"1007\", Json<string>())", "'With' refuses the key 'error_code'")]
    [InlineData("ExecuteResult.Ng(\"缺少\").With(\"size\", 1, Json<int>()).With({|PV3010:\"error_kind\"|}, 1, Json<int>())", "'With' refuses the key 'error_kind'")]
    [InlineData("ExecuteResult.Ng(\"缺少\").With({|PV3010:\"errorCode\"|}, 1007, Json<int>())", "no reader looks for 'errorCode'")]
    [InlineData("ExecuteResult.Ng(\"缺少\").With({|PV3010:\"cause\"|}, ErrorCode.CoordinateInvalid, Json<ErrorCode>())", "no reader looks for 'cause'")]
    public async Task An_NG_carries_no_code(string result, string effect)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync(result));
        Assert.Equal(
            $"NG is a verdict about the part and not an error, so it carries no code, and {effect}. Remove the record, or return 'ExecuteResult.Error' if the part could not be inspected.", message);
    }

    [Theory]
    [InlineData("ExecuteResult.Ok().With({|PV3011:\"debug\"|}, 1, Json<int>())", "'debug' is a key of the platform's result", "Publish the values with 'step.Diagnostics', which the platform sends as 'debug'")]
    [InlineData("ExecuteResult.Ng(\"缺少\").With({|PV3011:\"defect_rects\"|}, 1, Json<int>())", "'defect_rects' is a key of the platform's result", "Give the rectangles to 'ExecuteResult.Ng'")]
    [InlineData("ExecuteResult.Ok().With({|PV3011:\"step_\" + \"index\"|}, 1, Json<int>())", "'step_index' is a key of the platform's result", "Choose another key for your own record")]
    [InlineData("ExecuteResult.Ok().With({|PV3011:\"\"|}, 1, Json<int>())", "A record needs a key", "Name it as your own tools look for it")]
    [InlineData("ExecuteResult.Ok().With(\"size\", 1, Json<int>()).With({|PV3011:Size|}, 2, Json<int>())", "This result already has a record 'size'", "Choose another key, or make one record of both")]
    public async Task A_key_that_With_refuses(string result, string cause, string cure)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync(result, "private const string Size = \"size\";"));
        Assert.Equal($"{cause}: 'With' refuses it with an ArgumentException, and the call is answered with 9999. {cure}.", message);
    }

    [Fact]
    public async Task Results_in_variables_and_of_a_pre()
    {
        _ = await ResultStep.FindAsync(
            """
            var ng = ExecuteResult.Ng("缺少").With("size", 1, Json<int>());
            var more = ng.With({|PV3011:"size"|}, 1, Json<int>());
            if (Flag) return more.With({|PV3010:"error_code"|}, 1, Json<int>());
            if (Count > 1) return more;
            """);
        _ = await ResultStep.FindPreAsync("PreResult.Ok().With({|PV3011:\"calibration_rects\"|}, 1, Json<int>())");
    }

    [Fact]
    public async Task Keys_of_ones_own_are_fine() => Assert.Empty(await ResultStep.FindAsync(
        """
        var ok = ExecuteResult.Ok().With("size", 1, Json<int>()).With("Size", 1, Json<int>()).With(Text, 1, Json<int>()).With(Text + "_", 1, Json<int>());
        var other = ExecuteResult.Ok().With("size", 2, Json<int>()).With("errorCode", 3, Json<int>());
        if (Flag) return ok;
        if (Count > 0) return ExecuteResult.Ng("缺少").With("fault_code", "E17", Json<string>());
        return other;
        """));

    [Fact]
    public void The_keys_are_those_that_the_Sdk_refuses()
    {
        string source = File.ReadAllText(Path.Combine(Catalogue.Root, "src", "ProcVision.Sdk", "Results", "ExtraData.cs"));
        string list = source[source.IndexOf("IsReserved(string", StringComparison.Ordinal)..];
        Assert.Equal(Regex.Matches(list[..list.IndexOf(';', StringComparison.Ordinal)], "\"([a-z_]+)\"").Select(m => m.Groups[1].Value).Order(), ReservedKeys.All.Order());
        foreach (string key in ReservedKeys.All)
            Assert.ThrowsAny<ArgumentException>(() => ExecuteResult.Ok().With(key, 1, JsonTypeInfo.CreateJsonTypeInfo<int>(System.Text.Json.JsonSerializerOptions.Default)));
    }
}
