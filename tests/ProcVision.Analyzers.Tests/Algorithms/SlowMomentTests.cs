using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>PV1026 and PV1027: slow work in the hooks around a step, and while an algorithm is constructed.</summary>
public sealed class SlowMomentTests
{
    [Theory]
    [InlineData("""{|PV1026:System.IO.File.AppendAllText("/srv/log.csv", finish.Message)|};""", "'File.AppendAllText' accesses files")]
    [InlineData("""using var writer = {|PV1026:new System.IO.StreamWriter("/srv/log.csv")|};""", "'new StreamWriter' accesses files")]
    [InlineData("""_ = {|PV1026:new System.Net.Http.HttpClient().GetStringAsync("http://mes/done").Result|};""", "'Task.Result' waits")]
    [InlineData("""{|PV1026:new System.Net.Http.HttpClient().GetStringAsync("http://mes/done").Wait()|};""", "'Task.Wait' waits")]
    [InlineData("""_ = {|PV1026:System.Net.Dns.GetHostEntry("mes")|};""", "'Dns.GetHostEntry' talks to the network")]
    [InlineData("""{|PV1026:System.Diagnostics.Process.Start("lamp", "off")|};""", "'Process.Start' deals with another process")]
    [InlineData("""{|PV1026:System.Threading.Thread.Sleep(20)|};""", "'Thread.Sleep' sleeps")]
    public async Task PV1026_waiting_in_a_hook_of_a_step(string statement, string what)
    {
        var messages = await RuleTest.FindAsync(Class($$"""void OnStepFinish(in StepFinish finish) { {{statement}} }"""), Demo.OneStep);
        Assert.Equal(
            $"{what} in 'OnStepFinish', for which the platform waits at every step. Put the work into a queue for a thread of your own, or do it in Setup or Teardown.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV1026_in_a_method_that_the_hook_calls() => await RuleTest.FindAsync(
        Class("""
            void OnStepStart(in StepStart start) => Note("start");
            void OnStepFinish(in StepFinish finish) => Note(finish.Message);
            void Note(string text)
            {
                Append();
                void Append() => {|PV1026:System.IO.File.AppendAllText("/srv/log.csv", text)|};
            }
            """),
        Demo.OneStep);

    [Theory]
    [InlineData("void Teardown() => System.IO.File.Delete(\"/srv/log.csv\");")]
    [InlineData("void Setup(SetupContext context) => System.Threading.Thread.Sleep(100);")]
    [InlineData("void OnStepFinish(in StepFinish finish) { string text = finish.Message; System.Threading.ThreadPool.QueueUserWorkItem(_ => Save(text)); } void Save(string text) => System.IO.File.AppendAllText(\"/srv/log.csv\", text);")]
    [InlineData("void OnStepFinish(in StepFinish finish) { _ = System.IO.File.AppendAllTextAsync(\"/srv/log.csv\", finish.Message); }")]
    [InlineData("void OnStepFinish(in StepFinish finish) { finish.Log.Info(System.IO.Path.Combine(\"a\", finish.Pid)); }")]
    [InlineData("readonly System.Threading.SemaphoreSlim _gate = new(1); void OnStepStart(in StepStart start) { if (_gate.Wait(0)) _gate.Release(); }")]
    [InlineData("void OnStepStart(in StepStart start) { System.IO.FileInfo file = new(\"/a\"); start.Log.Info(file.Name); }")]
    public async Task What_waits_elsewhere_or_does_not_wait_is_fine(string members) => await RuleTest.FindAsync(Class(members), Demo.OneStep);

    [Theory]
    [InlineData("public Demo() { _ = {|PV1027:System.IO.File.ReadAllBytes(\"/opt/model.onnx\")|}; }", "'File.ReadAllBytes' accesses files")]
    [InlineData("readonly byte[] _model = {|PV1027:System.IO.File.ReadAllBytes(\"/opt/model.onnx\")|};", "'File.ReadAllBytes' accesses files")]
    [InlineData("byte[] Model { get; } = {|PV1027:System.IO.File.ReadAllBytes(\"/opt/model.onnx\")|};", "'File.ReadAllBytes' accesses files")]
    [InlineData("static readonly byte[] Model = {|PV1027:System.IO.File.ReadAllBytes(\"/opt/model.onnx\")|};", "'File.ReadAllBytes' accesses files")]
    [InlineData("static Demo() => {|PV1027:System.Threading.Thread.Sleep(5)|};", "'Thread.Sleep' sleeps")]
    [InlineData("public Demo() => Load(); void Load() => _ = {|PV1027:System.IO.File.OpenRead(\"/opt/model.onnx\")|};", "'File.OpenRead' accesses files")]
    [InlineData("readonly int _size = Size(); static int Size() => {|PV1027:System.IO.File.ReadAllBytes(\"/opt/model.onnx\")|}.Length;", "'File.ReadAllBytes' accesses files")]
    [InlineData("public Demo() => {|PV1027:System.Runtime.InteropServices.NativeLibrary.Load(\"libyolo.so\")|};", "'NativeLibrary.Load' loads a library")]
    [InlineData("public Demo() => {|PV1027:yolo_init()|}; [System.Runtime.InteropServices.DllImport(\"yolo\")] static extern void yolo_init();", "'yolo_init' calls native code")]
    [InlineData("public Demo() => {|PV1027:System.Diagnostics.Process.Start(\"camera\")|};", "'Process.Start' deals with another process")]
    public async Task PV1027_heavy_work_while_an_algorithm_is_constructed(string members, string what)
    {
        var messages = await RuleTest.FindAsync(Class(members), Demo.OneStep);
        Assert.Equal(
            $"{what} while 'Demo' is constructed, before its assets are checked and where nothing can cancel it. Do this in 'void Setup(SetupContext context)'.",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("byte[] _model = []; void Setup(SetupContext context) => _model = System.IO.File.ReadAllBytes(\"/opt/model.onnx\");")]
    [InlineData("readonly Lazy<byte[]> _model = new(() => System.IO.File.ReadAllBytes(\"/opt/model.onnx\"));")]
    [InlineData("readonly Lazy<byte[]> _model = new(Load); static byte[] Load() => System.IO.File.ReadAllBytes(\"/opt/model.onnx\");")]
    [InlineData("static byte[] Model => System.IO.File.ReadAllBytes(\"/opt/model.onnx\");")]
    [InlineData("readonly float[] _kernel = new float[9]; public Demo() { for (int i = 0; i < 9; i++) _kernel[i] = 1f / 9; }")]
    [InlineData("readonly bool _isThere = System.IO.File.Exists(\"/opt/model.onnx\");")]
    [InlineData("readonly System.Net.Http.HttpClient _client = new();")]
    [InlineData("sealed class Net { public byte[] Weights = System.IO.File.ReadAllBytes(\"/opt/model.onnx\"); }")]
    public async Task Light_work_and_work_at_another_time_are_fine(string members) => await RuleTest.FindAsync(Class(members), Demo.OneStep);

    [Fact]
    public async Task Another_class_may_load_when_it_is_made() => await RuleTest.FindAsync(
        "public sealed class Net { public byte[] Weights { get; } = System.IO.File.ReadAllBytes(\"/opt/model.onnx\"); } " + Class(""), Demo.OneStep);

    private static string Class(string members) => $$"""[Algorithm] public sealed partial class Demo { {{Demo.Locate}} {{members}} }""";
}
