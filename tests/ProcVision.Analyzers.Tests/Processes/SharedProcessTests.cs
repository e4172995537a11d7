using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Processes;

/// <summary>PV4006, PV4010, PV4011, PV4013, PV4015: what works on the author's computer and not on a station.</summary>
public sealed class SharedProcessTests
{
    [Theory]
    [InlineData("_ = {|PV4006:JsonSerializer.Serialize|}(new Config());", "Serialize", "Config")]
    [InlineData("_ = {|PV4006:JsonSerializer.Deserialize<Config>|}(\"{}\");", "Deserialize", "Config")]
    [InlineData("_ = {|PV4006:JsonSerializer.Deserialize|}(\"{}\", typeof(Config));", "Deserialize", "Config")]
    [InlineData("_ = {|PV4006:JsonSerializer.Deserialize<Config>|}(\"{}\", new JsonSerializerOptions { WriteIndented = true });", "Deserialize", "Config")]
    [InlineData("_ = {|PV4006:JsonSerializer.Deserialize<Config>|}(\"{}\", JsonSerializerOptions.Web);", "Deserialize", "Config")]
    [InlineData("var options = new JsonSerializerOptions(); _ = {|PV4006:JsonSerializer.SerializeToUtf8Bytes|}(new Config(), options);", "SerializeToUtf8Bytes", "Config")]
    [InlineData("Func<Config, JsonSerializerOptions?, string> write = {|PV4006:JsonSerializer.Serialize|};", "Serialize", "Config")]
    public async Task Json_needs_type_info(string lines, string method, string type) => Assert.Equal(
        $"'JsonSerializer.{method}' finds the members of '{type}' by reflection, which works until the algorithm is published as a native executable and throws InvalidOperationException there. "
            + $"Declare a JsonSerializerContext with [JsonSerializable(typeof({type}))] and give its type info to {method}.",
        Assert.Single(await DemoStep.FindAsync(lines, types: Config)));

    [Fact]
    public async Task Json_with_type_info_is_free() => await DemoStep.FindAsync(
        """
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<Config> info = Infos.Of();
        _ = JsonSerializer.Serialize(new Config(), info) + JsonSerializer.Deserialize("{}", info);
        _ = JsonSerializer.Deserialize<Config>("{}", Infos.Options);
        _ = JsonSerializer.Deserialize<Config>("{}", new JsonSerializerOptions { TypeInfoResolver = Infos.Resolver });
        var options = new JsonSerializerOptions(); options.TypeInfoResolverChain.Add(Infos.Resolver);
        _ = JsonSerializer.Serialize(new Config(), options);
        using var document = JsonDocument.Parse("{}");
        """,
        types: Config + """
        static class Infos
        {
            public static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Config> Of() => throw new NotSupportedException();
            public static JsonSerializerOptions Options => throw new NotSupportedException();
            public static System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Resolver => throw new NotSupportedException();
        }
        """);

    [Theory]
    [Conformance(227)]
    [InlineData("_ = {|PV4010:ImageFile.Load|}(\"/srv/master.png\");", "ImageFile.Load")]
    [InlineData("_ = {|PV4010:Cv2.ImDecode|}(new byte[1]);", "Cv2.ImDecode")]
    [InlineData("Func<byte[], object> decode = {|PV4010:Cv2.ImDecode|};", "Cv2.ImDecode")]
    public async Task A_step_does_not_decode(string lines, string name) => Assert.Equal(
        $"'{name}' decodes a picture within the time of the call, and the camera's picture is already there. Use step.Image, and load pictures that never change in Setup.",
        Assert.Single(await RuleTest.FindAsync(Decoding(lines, ""), Demo.OneStep)));

    [Fact]
    public async Task Setup_may_decode_and_so_may_other_code() => await RuleTest.FindAsync(
        Decoding("_ = new Own().Load(\"\");", "object? _master; void Setup(SetupContext context) => _master = ImageFile.Load(\"/srv/master.png\"); class Own { public object Load(string path) => path; public object Other() => ImageFile.Load(\"/a\"); }"),
        Demo.OneStep);

    [Theory]
    [Conformance(231)]
    [InlineData("_ = {|PV4011:DateTime.Now|};", "DateTime.Now", "DateTime.UtcNow")]
    [InlineData("_ = {|PV4011:DateTime.Today|}.AddDays(1);", "DateTime.Today", "DateTime.UtcNow.Date")]
    [InlineData("_ = {|PV4011:DateTimeOffset.Now|};", "DateTimeOffset.Now", "DateTimeOffset.UtcNow")]
    [InlineData("_ = {|PV4011:TimeProvider.System.GetLocalNow|}();", "TimeProvider.GetLocalNow", "GetUtcNow()")]
    [InlineData("_ = $\"{{|PV4011:DateTime.Now|}:HH:mm}\";", "DateTime.Now", "DateTime.UtcNow")]
    public async Task Time_is_UTC(string lines, string name, string cure) => Assert.Equal(
        $"'{name}' depends on the time zone of the station and jumps when summer time begins or ends, while every time of the platform is UTC. "
            + $"Write '{cure}', or measure durations with Stopwatch.",
        Assert.Single(await DemoStep.FindAsync(lines)));

    [Fact]
    public async Task Universal_time_is_free() => await DemoStep.FindAsync("""
        _ = DateTime.UtcNow;
        _ = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + DateTimeOffset.Now.ToUnixTimeMilliseconds();
        _ = DateTime.Now.ToUniversalTime() + TimeSpan.FromTicks(DateTimeOffset.Now.UtcDateTime.Ticks);
        _ = Stopwatch.GetTimestamp();
        _ = nameof(DateTime.Now);
        """);

    [Theory]
    [Conformance(511)]
    [InlineData("_ = File.ReadAllBytes({|PV4013:\"model.onnx\"|});", "model.onnx")]
    [InlineData("_ = new FileStream({|PV4013:\"logs/a.txt\"|}, FileMode.Create);", "logs/a.txt")]
    [InlineData("Directory.CreateDirectory({|PV4013:\"./debug\"|});", "./debug")]
    [InlineData("_ = File.Exists({|PV4013:Path.Combine(\"assets\", step.Pid, \"config.json\")|});", "assets/…")]
    [InlineData("_ = File.Exists({|PV4013:$\"assets/{step.Pid}.json\"|});", "assets/…")]
    [InlineData("_ = File.Exists({|PV4013:\"assets/\" + step.Pid|});", "assets/…")]
    [InlineData("const string name = \"a.txt\"; using var text = new StreamReader({|PV4013:name|});", "a.txt")]
    [InlineData("var name = Path.Combine(\"debug\", \"a.txt\"); File.Delete({|PV4013:name|});", "debug/…")]
    public async Task A_path_begins_somewhere(string lines, string path) => Assert.Equal(
        $"The path '{path}' starts at the working directory, which every host chooses differently. "
            + "A file that is read belongs into required_assets of manifest.json, and its path comes from Assets; what is written has an absolute path, or is published by step.Diagnostics.",
        Assert.Single(await DemoStep.FindAsync(lines)));

    [Fact]
    public async Task Full_and_unknown_paths_are_free() => await DemoStep.FindAsync(
        """
        _ = File.Exists("/dev/shm/a") | File.Exists("C:\\models\\a.onnx") | File.Exists(@"\\server\models");
        _ = File.Exists(Path.Combine(AppContext.BaseDirectory, "model.onnx"));
        _ = File.Exists(step.Pid) | File.Exists(Path.Combine(Folder, "a")) | File.Exists($"{Folder}/a");
        File.WriteAllText("/tmp/a", "contents/not a path");
        _ = Path.Combine("assets", "a") + new Own().Open("model.onnx");
        """,
        "static string Folder => AppContext.BaseDirectory;",
        "class Own { public string Open(string path) => path; }");

    [Theory]
    [InlineData("{|PV4015:Directory.SetCurrentDirectory|}(\"/srv\");", "The working directory", Paths)]
    [InlineData("{|PV4015:Environment.CurrentDirectory|} = \"/srv\";", "The working directory", Paths)]
    [InlineData("{|PV4015:CultureInfo.CurrentCulture|} = new CultureInfo(\"zh-CN\");", "'CultureInfo.CurrentCulture'", Culture)]
    [InlineData("{|PV4015:Thread.CurrentThread.CurrentCulture|} = CultureInfo.GetCultureInfo(\"de\");", "'Thread.CurrentCulture'", Culture)]
    [InlineData("{|PV4015:CultureInfo.DefaultThreadCurrentCulture|} = CultureInfo.GetCultureInfo(\"de\");", "'CultureInfo.DefaultThreadCurrentCulture'", Culture)]
    public async Task The_process_is_shared(string lines, string what, string cure) => Assert.Equal(
        $"{what} is changed for all pids and steps of the process and for the host's own code in it, and stays changed. {cure}.",
        Assert.Single(await DemoStep.FindAsync(lines)));

    [Fact]
    public async Task Reading_what_is_shared_is_free() => await DemoStep.FindAsync("""
        _ = Environment.CurrentDirectory + Directory.GetCurrentDirectory() + CultureInfo.CurrentCulture.Name;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        _ = 1.5.ToString(CultureInfo.GetCultureInfo("de"));
        """);

    private const string Config = "class Config { public int Count { get; set; } } ";
    private const string Paths = "Use full paths: those of Assets are, and AppContext.BaseDirectory begins others";
    private const string Culture = "Give CultureInfo.InvariantCulture to what formats or parses, as messages and results of the Sdk do by themselves";

    private static string Decoding(string lines, string members) =>
        $$"""
        using OpenCvSharp; using ProcVision.Imaging;
        [Algorithm] public sealed partial class Demo
        {
            {{members}}
            [Execute(1)] ExecuteResult Locate(in LocateStep step) { {{lines}} return ExecuteResult.Ok(); }
        }
        namespace OpenCvSharp { public static class Cv2 { public static object ImDecode(byte[] file) => file; } }
        namespace ProcVision.Imaging { public static class ImageFile { public static object Load(string path) => path; } }
        """;
}
