using System.Text;
using System.Text.Json;
using ProcVision.CompilerServices;

namespace ProcVision.Testing;

/// <summary>
/// Runs the steps of an algorithm in a unit test, without a process: with the same checks, hooks and result rules as on the line.
/// <code>
/// using var test = AlgorithmTest.Start&lt;PartInspection&gt;("p001");
/// test.Execute(step: 1, image);
/// Assert.Equal(Verdict.Ok, test.Execute(step: 2, image, """{"threshold":0.8}""").Verdict);
/// </code>
/// Calls share one <see cref="Session"/> unless another is given. Not thread-safe.
/// </summary>
public sealed class AlgorithmTest : IDisposable
{
    private readonly LogCapture _log;
    private readonly AlgorithmInstance _algorithm;
    private readonly byte[] _pid;

    private readonly AlgorithmDescriptor _descriptor;

    private AlgorithmTest(AlgorithmDescriptor descriptor, AlgorithmInstance algorithm, LogCapture log, string pid)
    {
        _descriptor = descriptor;
        _algorithm = algorithm;
        _log = log;
        _pid = Encoding.UTF8.GetBytes(pid);
    }

    /// <summary>The session of every call that is given no other.</summary>
    public Session Session { get; } = new("test-session");

    /// <summary><c>step.Cancellation</c> of the calls that follow; never fires unless set.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>What was logged so far, every level, as lines of JSON.</summary>
    public IReadOnlyList<string> Log => _log.Lines;

    /// <summary>Makes the algorithm and calls its <c>Setup</c>.</summary>
    /// <typeparam name="T">The class marked <c>[Algorithm]</c>.</typeparam>
    /// <param name="pid">The product id of every call; one that the manifest has not gives 1001, as on the line.</param>
    /// <param name="root">The folder of manifest.json, where asset paths start; null finds it as the process does: <c>PROC_ALGO_ROOT</c> if it holds
    /// them, else beside the executable.</param>
    /// <exception cref="AlgorithmSetupException">A file of the manifest is missing, or the constructor or <c>Setup</c> failed.</exception>
    public static AlgorithmTest Start<T>(string pid, string? root = null)
        where T : IAlgorithm
    {
        ArgumentNullException.ThrowIfNull(pid);
        var log = new LogCapture();
        var folder = root is null ? AlgorithmRoot.Find(T.Descriptor) : Path.GetFullPath(root);
        var algorithm = new AlgorithmInstance(T.Descriptor, folder, new NoPictures(), new StructuredLogger(log, LogLevel.Debug));
        algorithm.Setup(CancellationToken.None);
        return new AlgorithmTest(T.Descriptor, algorithm, log, pid);
    }

    /// <summary>Runs the pre call of a step.</summary>
    /// <param name="step">The step's index, from 1.</param>
    /// <param name="image">The camera picture, sides 100…8000; null for a method with <c>[NoImage]</c>, else 1002.</param>
    /// <param name="parameters">The <c>user_params</c> object as JSON; null for none.</param>
    /// <param name="session">The session; null for <see cref="Session"/>.</param>
    /// <exception cref="ArgumentException">The parameters are not a JSON object.</exception>
    public StepResult PreExecute(int step, ImageBuffer? image = null, string? parameters = null, Session? session = null) =>
        Call(Phase.Pre, step, image, parameters, session);

    /// <summary>Runs the execute call of a step.</summary>
    /// <inheritdoc cref="PreExecute"/>
    public StepResult Execute(int step, ImageBuffer? image = null, string? parameters = null, Session? session = null) =>
        Call(Phase.Execute, step, image, parameters, session);

    /// <summary>
    /// Runs a step as a call of the execute-only profile does: pre, and unless that ended with ERROR execute, with the parameters' defaults; a required
    /// <c>rect</c> is the whole picture.
    /// <code>
    /// var guide = new TestGuide(ImageFile.Load("guide.jpg")) { Regions = [new("1", [new Rect(10, 20, 30, 40)])], Description = "放入六个桨叶" };
    /// Assert.Equal(Verdict.Ok, test.ExecuteOnly(step: 1, ImageFile.Load("tray.jpg"), guide).Verdict);
    /// </code>
    /// On the line the first step begins a session; here all calls share <see cref="Session"/> unless another is given.
    /// </summary>
    /// <param name="step">The step's index, from 1.</param>
    /// <param name="image">The camera picture, sides 100…8000; null for a step whose methods have <c>[NoImage]</c>, else 1002.</param>
    /// <param name="guide">What <c>step.Guide</c> shows; its picture may be missing under the same condition.</param>
    /// <param name="session">The session; null for <see cref="Session"/>.</param>
    /// <exception cref="InvalidOperationException">The algorithm is not marked <c>[Algorithm(ExecuteOnly = true)]</c>: on the line the call is refused.</exception>
    public StepResult ExecuteOnly(int step, ImageBuffer? image, TestGuide guide, Session? session = null)
    {
        ArgumentNullException.ThrowIfNull(guide);
        if (!_descriptor.ExecuteOnly)
        {
            throw new InvalidOperationException($"{_descriptor.ClassName} does not serve the execute-only profile. Mark it [Algorithm(ExecuteOnly = true)].");
        }

        var request = new StepRequest
        {
            Step = step,
            Pid = _pid,
            Image = image?.Lend(),
            Session = session ?? Session,
            IsExecuteOnly = true,
            Guide = new() { Image = guide.Image?.Lend(), Given = new Guide(guide.Regions, guide.Description) },
        };
        return new(_algorithm.ExecuteOnly(request, Cancellation));
    }

    /// <summary>Calls <c>Reset</c> and removes the session's values.</summary>
    /// <param name="session">The session; null for <see cref="Session"/>.</param>
    public StepResult Reset(Session? session = null) =>
        new(_algorithm.Reset(new StepRequest { Step = 1, Pid = _pid, Session = session ?? Session }));

    /// <summary>Calls <c>Teardown</c>, once.</summary>
    public void Dispose() => _algorithm.Teardown();

    private StepResult Call(Phase phase, int step, ImageBuffer? image, string? parameters, Session? session) =>
        new(_algorithm.Call(
            new StepRequest
            {
                Phase = phase,
                Step = step,
                Pid = _pid,
                UserParams = Json(parameters),
                Image = image?.Lend(),
                Session = session ?? Session,
            },
            Cancellation));

    /// <summary>The process only hands on JSON that it has checked, so a test must not hand on anything else.</summary>
    private static byte[] Json(string? parameters)
    {
        if (parameters is null)
        {
            return [];
        }

        var json = Encoding.UTF8.GetBytes(parameters);
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new ArgumentException($"The parameters are a JSON object, as {{\"threshold\":0.8}}; these begin with {reader.TokenType}.", nameof(parameters));
            }

            while (reader.Read())
            {
                // Reads to the end: the last bracket may be missing.
            }
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The parameters are not JSON: {e.Message}", nameof(parameters), e);
        }

        return json;
    }
}
