using ProcVision;
using ProcVision.Benchmarks.Native;
using ProcVision.Benchmarks.Wire;

if (args is ["sessions"])
{
    SessionContest.Run();
    return;
}

var body = RecordedCall.Body();
foreach (var rects in (int[])[0, 24])
{
    var positions = Enumerable.Range(0, rects).Select(i => new PositionRect(new(100 + i, 80 * i, 64, 66), "coin", 0.5 + (i / 100.0))).ToArray();
    using var theirs = new SourceGeneration(positions);
    using var ours = new ScannerAndTemplate(positions);
    Contest.Run(
        $"parse a call of {body.Length} bytes and write its result, {rects} rectangles",
        ("System.Text.Json source generation", () => theirs.Answer(body)),
        ("scanner and template", () => ours.Answer(body)));
}
