using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// One instance of one algorithm and everything that happens around its calls: sessions, the checks in their order (DESIGN §3), step
/// hooks (C3), exceptions (C5). The same for the process host, unit tests and in-process hosts. Not thread-safe: one call at a time.
/// </summary>
internal sealed partial class AlgorithmInstance
{
    private readonly AlgorithmDescriptor _descriptor;
    private readonly StructuredLogger _log;
    private readonly PidTable _pids;
    private readonly AssetTable _assets;
    private readonly SessionCache _sessions;
    private readonly SharedSessions _shared;
    private readonly IImageSource _images;
    private readonly Diagnostics _diagnostics = new();
    private readonly ResultCheck _results;
    private readonly StepHooks _hooks;
    private readonly StepCall _call;
    private int _tornDown;

    /// <summary>Makes the author's object.</summary>
    /// <param name="descriptor">What the manifest says.</param>
    /// <param name="root">The folder of manifest.json (<see cref="AlgorithmRoot"/>): where the paths of its assets start.</param>
    /// <param name="images">Where the pictures of calls come from.</param>
    /// <param name="log">For the author's lines and ours.</param>
    /// <param name="clock">For the age of sessions.</param>
    /// <exception cref="AlgorithmSetupException">The constructor failed, or the generated code is of another version.</exception>
    internal AlgorithmInstance(AlgorithmDescriptor descriptor, string root, IImageSource images, StructuredLogger log, TimeProvider? clock = null)
    {
        _descriptor = descriptor;
        _images = images;
        _log = log;
        _pids = new PidTable(descriptor.Pids);
        _assets = new AssetTable(descriptor.Assets, root);
        _sessions = new SessionCache(descriptor.Session, log, clock ?? TimeProvider.System);
        _shared = new SharedSessions(descriptor.Session);
        _results = new ResultCheck(log, _diagnostics);
        _call = new StepCall(_assets, log, _diagnostics);
        Dispatch = Create();
        _hooks = new StepHooks(Dispatch, log);
    }

    /// <summary>The algorithm as generated code made it.</summary>
    internal AlgorithmDispatch Dispatch { get; }

    /// <summary>Whether a pid, UTF-8, is one of the manifest's.</summary>
    internal bool Supports(scoped ReadOnlySpan<byte> pid) => _pids.Find(pid) is not null;

    /// <summary>Checks that the manifest's files are there and calls the author's <c>Setup</c> (conformance 105, C4).</summary>
    /// <exception cref="AlgorithmSetupException">A file is missing or Setup failed: 1003.</exception>
    internal void Setup(CancellationToken cancellation)
    {
        if (_assets.FirstMissing() is ({ } asset, { } path))
        {
            var owner = asset.Pid is null ? "default_config" : $"产品 {asset.Pid}";
            throw new AlgorithmSetupException($"{owner} 的 {asset.Kind} 不存在: {path}；请随程序发布该文件或更正 manifest.json");
        }

        try
        {
            Dispatch.Setup(new SetupContext(_descriptor.Pids, _assets, _log, cancellation));
        }
        catch (Exception e)
        {
            _log.Error(e, $"{_descriptor.ClassName}.Setup 失败");
            throw new AlgorithmSetupException($"{_descriptor.ClassName}.Setup 失败: {e.GetType().Name}: {ExceptionOutcome.TextOf(e)}", e);
        }
    }

    /// <summary>Calls the author's <c>Teardown</c>, once however often it is called; an exception is logged (conformance 78, 540).</summary>
    internal void Teardown()
    {
        if (Interlocked.Exchange(ref _tornDown, 1) != 0)
        {
            return;
        }

        try
        {
            _shared.EndOver();
            _hooks.Close();
            _log.Leave();
            Dispatch.Teardown();
        }
        catch (Exception e)
        {
            _log.Error(e, $"{_descriptor.ClassName}.Teardown 失败");
        }

        EndSessions();
    }

    private AlgorithmDispatch Create()
    {
        try
        {
            GeneratedContract.Require(_descriptor.Contract, _descriptor.Name);
            SessionCodecs.Register(_descriptor.Values);
            return _descriptor.Create();
        }
        catch (Exception e)
        {
            _log.Error(e, $"{_descriptor.ClassName} 无法创建");
            throw new AlgorithmSetupException($"{_descriptor.ClassName} 无法创建: {e.GetType().Name}: {ExceptionOutcome.TextOf(e)}", e);
        }
    }
}
