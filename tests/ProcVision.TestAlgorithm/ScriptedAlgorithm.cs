using System.Globalization;
using ProcVision.CompilerServices;

namespace ProcVision.TestAlgorithm;

/// <summary>
/// An algorithm as generated code would make it, without any author: the parameter <c>do</c> of a call says what the step does (in a call of the
/// execute-only profile its description), and the environment what Setup and Teardown do. Every hook leaves a line on stderr.
/// </summary>
internal sealed class ScriptedAlgorithm : AlgorithmDispatch
{
    private static readonly bool Quiet = Environment.GetEnvironmentVariable("TEST_QUIET") is not null;

    private readonly AlgorithmDescriptor _descriptor;
    private string _do = "ok";
    private int _ms;

    private ScriptedAlgorithm(AlgorithmDescriptor descriptor) => _descriptor = descriptor;

    public override AlgorithmDescriptor Descriptor => _descriptor;

    public override ReadOnlySpan<byte> Info => Environment.GetEnvironmentVariable("TEST_INFO") == "throw"
        ? throw new InvalidOperationException("generated code is broken")
        : """{"name":"scripted","version":"1.0.0","supported_pids":["p001"],"steps":[]}"""u8;

    internal static AlgorithmDescriptor Describe(string className, int contract = GeneratedContract.Version)
    {
        AlgorithmDescriptor? descriptor = null;
        return descriptor = new AlgorithmDescriptor
        {
            Contract = contract,
            ClassName = className,
            Name = className,
            Version = "1.0.0",
            ManifestPath = "manifest.json",
            Pids = Environment.GetEnvironmentVariable("TEST_PIDS")?.Split(' ') ?? ["p001"],
            Steps = [new(1, "一", HasPre: true, PreNeedsImage: false, ExecuteNeedsImage: false), new(2, "二", true, false, false)],
            Assets = Environment.GetEnvironmentVariable("TEST_ASSET") is { } asset ? [new("p001", "config", asset)] : [],
            Session = null,
            ExecuteOnly = Environment.GetEnvironmentVariable("TEST_EXECUTE_ONLY") is not null,
            Create = () => new ScriptedAlgorithm(descriptor!),
        };
    }

    public override void Setup(SetupContext context)
    {
        Note("setup of " + _descriptor.ClassName);
        Behave("TEST_SETUP", context.Cancellation);
        Note("setup done");
    }

    public override void Teardown()
    {
        Note("teardown");
        Behave("TEST_TEARDOWN", CancellationToken.None);
        Note("teardown done");
    }

    public override void OnStepStart(in StepStart start) => Note(start.Step == 1 ? "step 1 starts" : "step 2 starts");

    public override void OnStepFinish(in StepFinish finish) => Note(finish.Step == 1 ? "step 1 finishes" : "step 2 finishes");

    public override void Reset(in ResetContext context) => Note("reset");

    public override void ReadParams(int step, ref ParamReader reader)
    {
        _do = "ok";
        _ms = 0;
        while (reader.Next())
        {
            if (reader.Is("do"u8))
            {
                _do = reader.Text();
            }
            else if (reader.Is("ms"u8))
            {
                _ms = (int)reader.Int(0, 60_000);
            }
        }
    }

    public override void CheckRects(int step, ref RectCheck check)
    {
    }

    public override PreResult PreExecute(int step, StepCall call)
    {
        var guide = new StepGuide(call);
        if (!guide.IsPresent)
        {
            Act.Do(_do, _ms, call);
        }

        return PreResult.Ok();
    }

    public override ExecuteResult Execute(int step, StepCall call)
    {
        var guide = new StepGuide(call);
        Act.Do(guide.IsPresent ? guide.Description : _do, _ms, call);
        return ExecuteResult.Ok();
    }

    /// <summary>One line on stderr, with the thread it came from.</summary>
    internal static void Note(string what)
    {
        if (!Quiet)
        {
            Console.Error.WriteLine($"note: {what} (thread {Environment.CurrentManagedThreadId})");
        }
    }

    /// <summary>Until there is the file that <c>TEST_FILE</c> names.</summary>
    internal static void WaitForFile()
    {
        var file = Environment.GetEnvironmentVariable("TEST_FILE")!;
        while (!File.Exists(file))
        {
            Thread.Sleep(2);
        }
    }

    private static void Behave(string variable, CancellationToken cancellation)
    {
        var words = (Environment.GetEnvironmentVariable(variable) ?? "").Split(' ');
        switch (words[0])
        {
            case "throw":
                throw new InvalidOperationException("the camera calibration is missing");
            case "sleep":
                Thread.Sleep(int.Parse(words[1], CultureInfo.InvariantCulture));
                break;
            case "until" when words is [_, "cancelled"]:
                _ = cancellation.WaitHandle.WaitOne(60_000);
                Note("setup is asked to stop");
                WaitForFile();
                break;
            case "until":
                WaitForFile();
                break;
            case "wait":
                _ = cancellation.WaitHandle.WaitOne(60_000);
                cancellation.ThrowIfCancellationRequested();
                break;
            default:
                break;
        }
    }
}
