namespace ProcVision.Analyzers.Processes;

/// <summary>PV4009: a picture is borrowed for its call.</summary>
public sealed class KeptPictureTests
{
    private const string Throws = "used after the step it throws InvalidOperationException";
    private const string Crashes = "after the step there is another picture at that address, or none, and reading it ends the process";

    [Theory]
    [Conformance(256)]
    [InlineData("_last = {|PV4009:step.Image.Memory|};", "_last", "step.Image.Memory", Throws)]
    [InlineData("var image = step.Image; _last = {|PV4009:image.Memory|};", "_last", "image.Memory", Throws)]
    [InlineData("_last = {|PV4009:step.Image.Memory|}.Slice(0, 10);", "_last", "step.Image.Memory", Throws)]
    [InlineData("_last = {|PV4009:step.Image.Memory|}[..10];", "_last", "step.Image.Memory", Throws)]
    [InlineData("var memory = {|PV4009:step.Image.Memory|}; this._last = memory;", "_last", "step.Image.Memory", Throws)]
    [InlineData("Shared = {|PV4009:step.Image.Memory|};", "Shared", "step.Image.Memory", Throws)]
    [InlineData("_all.Add({|PV4009:step.Image.Memory|});", "_all", "step.Image.Memory", Throws)]
    [InlineData("_finder.Pixels = {|PV4009:step.Image.Memory|};", "_finder", "step.Image.Memory", Throws)]
    [InlineData("unsafe { _first = {|PV4009:step.Image.Pointer|}; }", "_first", "step.Image.Pointer", Crashes)]
    [InlineData("unsafe { _address = (nint){|PV4009:step.Image.Pointer|}; }", "_address", "step.Image.Pointer", Crashes)]
    [InlineData("unsafe { _first = {|PV4009:step.Image.Pointer|} + step.Image.Stride; }", "_first", "step.Image.Pointer", Crashes)]
    public async Task Its_memory_does_not_outlive_it(string lines, string keeper, string loan, string why) => Assert.Equal(
        $"'{keeper}' keeps '{loan}', but the picture is borrowed for this call: {why}. Copy what must last, for example with 'step.Image.Pixels.ToArray()'.",
        Assert.Single(await DemoStep.FindAsync(lines, Fields, Types)));

    [Fact]
    public async Task Memory_within_the_call_is_free() => await DemoStep.FindAsync(
        """
        var memory = step.Image.Memory;
        Parallel.For(0, 4, i => { _ = memory.Span[i]; });
        var view = new View { Pixels = step.Image.Memory };
        view.Pixels = step.Image.Memory;
        _size = step.Image.Memory.Length;
        _copy = step.Image.Memory.Slice(0, 10).ToArray();
        """,
        Fields + " [KeptBetweenCalls] int _size; [KeptBetweenCalls] byte[] _copy = [];",
        Types.Replace("class Finder", "class View { public ReadOnlyMemory<byte> Pixels; } class Finder", StringComparison.Ordinal));

    [Fact]
    public async Task Memory_that_is_given_back_is_free() => await DemoStep.FindAsync(
        """
        _last = step.Image.Memory;
        try { _all.Add(step.Image.Memory); Use(); } finally { _last = default; _all.Clear(); }
        """,
        Fields + "void Use() { }",
        Types);

    [Fact]
    public async Task A_field_of_an_object_that_may_end_with_the_call_is_free() => await DemoStep.FindAsync(
        "new Finder().Take(step.Image);",
        types: "class Finder { ReadOnlyMemory<byte> _pixels; public void Take(StepImage image) => _pixels = image.Memory; }");

    private const string Fields =
        "[KeptBetweenCalls] ReadOnlyMemory<byte> _last; [KeptBetweenCalls] static ReadOnlyMemory<byte> Shared; [KeptBetweenCalls] readonly List<ReadOnlyMemory<byte>> _all = []; readonly Finder _finder = new(); "
        + "[KeptBetweenCalls] unsafe byte* _first; [KeptBetweenCalls] nint _address; ";

    private const string Types = "class Finder { public ReadOnlyMemory<byte> Pixels { get; set; } }";
}
