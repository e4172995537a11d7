using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Algorithms;
using ProcVision.Testing;

namespace ProcVision.Sdk.Tests.Testing;

public class AlgorithmTestTests
{
    private static readonly ImageBuffer Image = new(160, 120, PixelFormat.Gray8, new byte[160 * 120]);

    [Fact]
    public void A_step_is_tested_in_three_lines()
    {
        using var test = AlgorithmTest.Start<Counting>("p001");
        Assert.True(test.PreExecute(step: 1, Image).IsOk);
        Assert.Equal("第 2 次", test.Execute(step: 1, Image).Message);
    }

    [Fact]
    public void Calls_share_the_tests_session_or_use_the_given_one()
    {
        using var test = AlgorithmTest.Start<Counting>("p001");
        var other = new Session("other", SessionContext.Parse("""{"operator":"dev"}"""));
        other.Set("count", 40);
        Assert.Equal("第 41 次", test.Execute(1, Image, session: other).Message);
        Assert.Equal("第 1 次", test.Execute(1, Image).Message);
        Assert.Equal(1, test.Session.Get("count", 0));
        Assert.Equal(41, other.Get("count", 0));
    }

    [Fact]
    public void A_result_has_all_that_would_be_sent()
    {
        using var test = AlgorithmTest.Start<Counting>("p001");
        var result = test.Execute(1, Image);
        Assert.Equal(Verdict.Ng, result.Verdict);
        Assert.True(result.IsOk);
        Assert.Null(result.Code);
        Assert.Equal(20, result.Defects.Count);
        Assert.Equal(30, result.Positions.Count);
        Assert.Equal(35.2, result.Debug["light"]);
        Assert.Equal(30L, result.Debug["defect_rects_total"]);
        Assert.Equal(true, result.Debug["ok"]);
        Assert.Equal("NG: 第 1 次 (30 positions, 20 defects)", result.ToString());
        Assert.Contains(test.Log, line => line.Contains("\"message\":\"检测\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_checks_are_made_as_on_the_line()
    {
        using var test = AlgorithmTest.Start<Counting>("p001");
        Assert.Equal(ErrorCode.ImageLoadFailed, test.Execute(1).Code);
        Assert.Contains("图像数据为空", test.Execute(1).Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.InvalidParams, test.Execute(1, new ImageBuffer(99, 100, PixelFormat.Gray8, new byte[9900])).Code);
        Assert.Equal(ErrorCode.InvalidParams, test.Execute(1, Image, """{"threshold":2}""").Code);
        Assert.Equal(ErrorCode.CoordinateInvalid, test.Execute(1, Image, """{"roi":"0,0,161,1"}""").Code);
        Assert.Equal(ErrorCode.InvalidParams, test.Execute(9, Image).Code);
        test.Cancellation = new CancellationToken(canceled: true);
        Assert.Equal(ErrorCode.Timeout, test.Execute(1, Image).Code);
        using var unknown = AlgorithmTest.Start<Counting>("p009");
        Assert.Equal("ERROR 1001: 不支持的产品型号: p009", unknown.Execute(1, Image).ToString());
    }

    [Theory]
    [InlineData("threshold")]
    [InlineData("[]")]
    [InlineData("{\"threshold\":0.8")]
    [InlineData("{} {}")]
    public void Parameters_that_are_no_JSON_object_are_the_tests_own_mistake(string parameters)
    {
        using var test = AlgorithmTest.Start<Counting>("p001");
        Assert.Throws<ArgumentException>(() => test.Execute(1, Image, parameters));
    }

    [Fact]
    public void Start_calls_Setup_and_Dispose_calls_Teardown_once()
    {
        var test = AlgorithmTest.Start<Counting>("p001");
        var algorithm = Counting.Last!;
        test.Dispose();
        test.Dispose();
        Assert.Equal(["setup", "teardown"], algorithm.Events);
    }

    [Fact]
    public void A_missing_asset_fails_Start_with_its_path()
    {
        var folder = Directory.CreateTempSubdirectory("procvision-test-").FullName;
        try
        {
            var error = Assert.Throws<AlgorithmSetupException>(() => AlgorithmTest.Start<WithModel>("p001", folder));
            Assert.Contains(Path.Combine(folder, "model.bin"), error.Message, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, "model.bin"), "x");
            AlgorithmTest.Start<WithModel>("p001", folder).Dispose();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Reset_calls_the_hook_and_empties_the_session()
    {
        using var test = AlgorithmTest.Start<Counting>("p001");
        _ = test.Execute(1, Image);
        Assert.True(test.Reset().IsOk);
        Assert.Equal("第 1 次", test.Execute(1, Image).Message);
        Assert.Contains("reset test-session", Counting.Last!.Events);
    }

    [Fact]
    public void A_step_is_tested_with_a_guide_as_the_execute_only_profile_runs_it()
    {
        using var test = AlgorithmTest.Start<Guided>("p001");
        var guide = new TestGuide(new ImageBuffer(200, 150, PixelFormat.Gray8, new byte[30000]))
        {
            Regions = [new("1", [new Rect(10, 20, 30, 40)])],
            Description = "放入桨叶",
        };

        Assert.Equal("200x150 1 10,20,30,40 放入桨叶", test.ExecuteOnly(step: 1, Image, guide).Message);
        Assert.Equal(1, test.Session.Get("pre", 0));
    }

    [Fact]
    public void A_guide_is_checked_as_on_the_line()
    {
        using var test = AlgorithmTest.Start<Guided>("p001");

        Assert.Equal("ERROR 1002: 引导图: 图像数据为空: 测试没有给出图像", test.ExecuteOnly(1, Image, new TestGuide(null)).ToString());
        Assert.Equal(ErrorCode.ImageLoadFailed, test.ExecuteOnly(1, null, new TestGuide(Image)).Code);
        Assert.Equal(ErrorCode.InvalidParams, test.ExecuteOnly(1, Image, new TestGuide(new ImageBuffer(9, 9, PixelFormat.Gray8, new byte[81]))).Code);
    }

    [Fact]
    public void A_method_without_image_sees_neither_picture_though_the_other_half_does()
    {
        using var test = AlgorithmTest.Start<HalfBlind>("p001");

        var seen = test.ExecuteOnly(1, Image, new TestGuide(Image)).Debug;

        Assert.Equal([("execute", "False False"), ("pre", "True True")], seen.Select(half => (half.Key, (string)half.Value!)).Order());
    }

    [Fact]
    public void An_algorithm_that_did_not_opt_in_cannot_be_given_a_guide()
    {
        using var test = AlgorithmTest.Start<Counting>("p001");

        var error = Assert.Throws<InvalidOperationException>(() => test.ExecuteOnly(1, Image, new TestGuide(Image)));
        Assert.Contains("[Algorithm(ExecuteOnly = true)]", error.Message, StringComparison.Ordinal);
    }

    private sealed class HalfBlind : IAlgorithm
    {
        static AlgorithmDescriptor IAlgorithm.Descriptor { get; } = ScriptedAlgorithm.Describe(
            () => new ScriptedAlgorithm
            {
                RequiresRoi = true,
                OnPre = call =>
                {
                    call.Diagnostics.Publish("pre", $"{call.Image is null} {new StepGuide(call).Image.IsEmpty}");
                    return PreResult.Ok();
                },
                OnExecute = call =>
                {
                    call.Diagnostics.Publish("execute", $"{call.Image is null} {new StepGuide(call).Image.IsEmpty}");
                    return ExecuteResult.Ok();
                },
            },
            executeOnly: true,
            step: new StepDescriptor(1, "一", HasPre: true, PreNeedsImage: false, ExecuteNeedsImage: true));
    }

    private sealed class Guided : IAlgorithm
    {
        static AlgorithmDescriptor IAlgorithm.Descriptor { get; } = ScriptedAlgorithm.Describe(
            () => new ScriptedAlgorithm
            {
                OnPre = call =>
                {
                    call.Session.Set("pre", 1);
                    return PreResult.Ok();
                },
                OnExecute = call =>
                {
                    var guide = new StepGuide(call);
                    var region = guide.Regions[0];
                    return ExecuteResult.Ng($"{guide.Image.Width}x{guide.Image.Height} {region.Label} {region.Places[0]} {guide.Description}");
                },
            },
            executeOnly: true);
    }

    private sealed class Counting : IAlgorithm
    {
        // One test at a time uses it: xunit runs the tests of a class one after another.
        internal static ScriptedAlgorithm? Last { get; private set; }

        static AlgorithmDescriptor IAlgorithm.Descriptor => ScriptedAlgorithm.Describe(() => Last = new ScriptedAlgorithm
        {
            OnPre = call =>
            {
                Count(call);
                return PreResult.Ok();
            },
            OnExecute = call =>
            {
                call.Log.Info("检测");
                call.Diagnostics.Publish("light", 35.2);
                call.Diagnostics.Publish("ok", true);
                return ExecuteResult.Ng(
                    $"第 {Count(call)} 次",
                    [.. Enumerable.Range(0, 30).Select(i => new PositionRect(new Rect(i, 0, 1, 1), "x"))],
                    [.. Enumerable.Range(0, 30).Select(i => new DefectRect(new Rect(i, 0, 1, 1), "x"))]);
            },
        });

        private static int Count(StepCall call)
        {
            var count = call.Session.Get("count", 0) + 1;
            call.Session.Set("count", count);
            return count;
        }
    }

    private sealed class WithModel : IAlgorithm
    {
        static AlgorithmDescriptor IAlgorithm.Descriptor =>
            ScriptedAlgorithm.Describe(() => new ScriptedAlgorithm(), [new AssetDescriptor("p001", "model", "model.bin")]);
    }
}
