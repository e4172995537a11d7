namespace ProcVision.CodeFixes.Processes;

/// <summary>The fix of PV4011: the time of the platform.</summary>
public sealed class UtcFixTests
{
    [Theory]
    [InlineData("long at = {|PV4011:DateTime.Now|}.Ticks;", "long at = DateTime.UtcNow.Ticks;")]
    [InlineData("var day = /* the */ {|PV4011:DateTime.Today|} /* day */;", "var day = /* the */ DateTime.UtcNow.Date /* day */;")]
    [InlineData("int hour = {|PV4011:System.DateTime.Today|}.AddHours(1).Hour;", "int hour = System.DateTime.UtcNow.Date.AddHours(1).Hour;")]
    [InlineData("_ = new DateTimeOffset({|PV4011:global::System.DateTime.Now|});", "_ = new DateTimeOffset(global::System.DateTime.UtcNow);")]
    [InlineData("_ = {|PV4011:DateTimeOffset.Now|}.Hour;", "_ = DateTimeOffset.UtcNow.Hour;")]
    [InlineData("_ = {|PV4011:Now|} - {|PV4011:Today|};", "_ = UtcNow - UtcNow.Date;")]
    [InlineData("_ = {|PV4011:TimeProvider.System.GetLocalNow|}();", "_ = TimeProvider.System.GetUtcNow();")]
    [InlineData("TimeProvider? clock = null; _ = clock?{|PV4011:.GetLocalNow|}();", "TimeProvider? clock = null; _ = clock?.GetUtcNow();")]
    [InlineData("Func<DateTimeOffset> now = {|PV4011:TimeProvider.System.GetLocalNow|};", "Func<DateTimeOffset> now = TimeProvider.System.GetUtcNow;")]
    public Task Local_time_becomes_universal(string before, string after) => DemoProcess.BecomesAsync<UtcFix>(before, after);

    [Fact]
    public Task A_name_that_is_taken_is_left_alone() => DemoProcess.StaysAsync<UtcFix>("int UtcNow = 1; _ = {|PV4011:Now|}.AddDays(UtcNow);");
}
