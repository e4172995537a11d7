using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Protocol;

namespace ProcVision;

/// <content>Pre and execute calls.</content>
internal sealed partial class AlgorithmInstance
{
    /// <summary>Bytes of a pid that messages repeat in full (conformance 504 has 64 characters).</summary>
    private const int LongestPid = 256;

    /// <summary>Runs one pre or execute call; never throws. What the outcome refers to holds until the next call.</summary>
    internal CallOutcome Call(scoped in StepRequest request, CancellationToken cancellation)
    {
        var pictures = Begin(request);
        var outcome = Run(request, ref pictures, cancellation);
        End(pictures);
        return outcome;
    }

    private CallPictures Begin(scoped in StepRequest request)
    {
        _diagnostics.Open();
        return new CallPictures { Camera = request.Image, Guide = request.Guide.Image };
    }

    private void End(in CallPictures pictures)
    {
        // The camera's last: its buffers are then the first to be taken again, and each keeps its size.
        Release(pictures.Guide);
        Release(pictures.Camera);
        _diagnostics.Close();
        _log.Leave();
        _call.End();
    }

    /// <summary>One pre or execute with its hooks; pictures are opened unless they are there already, and left open.</summary>
    private CallOutcome Run(scoped in StepRequest request, ref CallPictures pictures, CancellationToken cancellation)
    {
        LogScope scope = default;
        CallOutcome outcome;
        try
        {
            outcome = Identify(request, out scope, out var step) is { } problem
                ? Refuse(request, problem)
                : Run(request, step!, scope, ref pictures, cancellation);
        }
        catch (Exception e)
        {
            outcome = Fail(request, e, cancellation);
        }

        if (scope.Session is not null)
        {
            _hooks.End(scope, outcome);
        }

        return outcome;
    }

    private void Release(ImageFrame? image)
    {
        try
        {
            image?.Release();
        }
        catch (Exception e)
        {
            _log.Error(e, "图像释放失败");
        }
    }

    /// <summary>Finds pid, step and session of a call; lines name them from then on.</summary>
    private CallProblem? Identify(scoped in StepRequest request, out LogScope scope, out StepDescriptor? step)
    {
        scope = default;
        step = null;
        if (_pids.Find(request.Pid) is not { } pid)
        {
            return UnknownPid(request.Pid);
        }

        step = StepOf(request.Step);
        if (step is null)
        {
            return new CallProblem(ErrorCode.InvalidParams, $"没有步骤 {request.Step}；manifest.json 中的步骤: {string.Join(", ", _descriptor.Steps.Select(s => s.Index))}");
        }

        var session = request.Session;
        if (session is null)
        {
            session = SessionOf(request, pid, out var problem);
            if (session is null)
            {
                return new CallProblem(ErrorCode.InvalidParams, problem);
            }
        }
        else if (_descriptor.Session is { } layout)
        {
            _ = session.Bind(layout);
        }

        scope = new LogScope(step.Index, request.Phase, pid, session);
        _log.Enter(scope);
        foreach (var lost in session.TakeNotCarriedOver())
        {
            _log.Warn($"另一版本算法留下的会话值无法沿用: {lost}");
        }

        return null;
    }

    /// <summary>The remaining checks in the order of DESIGN §3, and the author's method.</summary>
    private CallOutcome Run(scoped in StepRequest request, StepDescriptor step, in LogScope scope, ref CallPictures pictures, CancellationToken cancellation)
    {
        var isPre = request.Phase == Phase.Pre;
        var needsImage = isPre && step.HasPre ? step.PreNeedsImage : step.ExecuteNeedsImage;
        var problem = request.IsExecuteOnly ? CheckBoth(request, step, ref pictures)
            : needsImage ? CheckImage(request, ref pictures.Camera)
            : null;
        if (problem is { } pictureProblem)
        {
            return Refuse(request, pictureProblem);
        }

        // A [NoImage] method sees none, even where a test or an in-process host has one.
        var seen = needsImage ? pictures.Camera : null;
        if (CheckParams(request, step, seen, pictures.Camera) is { } paramProblem)
        {
            return Refuse(request, paramProblem);
        }

        if (cancellation.IsCancellationRequested)
        {
            return Refuse(request, new CallProblem(ErrorCode.Timeout, ExceptionOutcome.Cancelled));
        }

        _hooks.Begin(scope);
        _call.Pid = scope.Pid;
        _call.Step = step.Index;
        _call.Phase = request.Phase;
        _call.Session = scope.Session;
        _call.Image = seen;
        _call.GuideImage = needsImage ? pictures.Guide : null;
        _call.Cancellation = cancellation;
        return !isPre ? _results.Execute(step.Index, Dispatch.Execute(step.Index, _call), seen)
            : step.HasPre ? _results.Pre(step.Index, Dispatch.PreExecute(step.Index, _call), seen)
            : _results.Pre(step.Index, PreResult.Ok(), seen);
    }

    private CallProblem? CheckImage(scoped in StepRequest request, ref ImageFrame? image) =>
        CheckImage(request.ImageId, request.ImageMeta, request.ImageMetaProblem, ref image);

    private CallProblem? CheckImage(scoped ReadOnlySpan<byte> id, in ImageMeta meta, string? metaProblem, ref ImageFrame? image)
    {
        if (image is null)
        {
            if (metaProblem is not null)
            {
                return new CallProblem(ErrorCode.InvalidParams, metaProblem);
            }

            if (ImageSize.Check(meta) is { } sizeProblem)
            {
                return sizeProblem;
            }

            image = _images.Open(id, meta, out var reason);
            if (image is null)
            {
                return new CallProblem(ErrorCode.ImageLoadFailed, reason);
            }
        }

        return ImageSize.Check(image.Width, image.Height);
    }

    private CallProblem? CheckParams(scoped in StepRequest request, StepDescriptor step, ImageFrame? image, ImageFrame? whole)
    {
        var reader = new ParamReader(request.UserParams) { TakesProposals = request.IsExecuteOnly, WholeImage = request.IsExecuteOnly ? WholeOf(whole) : null };
        Dispatch.ReadParams(step.Index, ref reader);
        if (reader.Problem is { } problem)
        {
            return new CallProblem(ErrorCode.InvalidParams, request.IsExecuteOnly ? problem + NoParameters : problem);
        }

        if (reader.Warning is { } warning)
        {
            _log.Warn(warning);
        }

        if (image is null)
        {
            return null;
        }

        var check = new RectCheck(image.Width, image.Height);
        Dispatch.CheckRects(step.Index, ref check);
        return check.Problem is { } outside ? new CallProblem(ErrorCode.CoordinateInvalid, outside) : null;
    }

    private StepDescriptor? StepOf(int index)
    {
        foreach (var step in _descriptor.Steps)
        {
            if (step.Index == index)
            {
                return step;
            }
        }

        return null;
    }

    private static CallProblem UnknownPid(scoped ReadOnlySpan<byte> pid) =>
        new(ErrorCode.InvalidPid, $"不支持的产品型号: {(pid.Length <= LongestPid ? Encoding.UTF8.GetString(pid) : JsonText.Shorten(pid))}");

    private CallOutcome Refuse(scoped in StepRequest request, in CallProblem problem) =>
        CallOutcome.Failed(request.Phase, request.Step, (int)problem.Code, problem.Message, diagnostics: _diagnostics);

    private CallOutcome Fail(scoped in StepRequest request, Exception exception, CancellationToken cancellation)
    {
        var meaning = ExceptionOutcome.Of(exception, cancellation.IsCancellationRequested);
        _log.Error(exception, meaning.Message);
        return CallOutcome.Failed(request.Phase, request.Step, (int)meaning.Code, meaning.Message, meaning.Kind, _diagnostics);
    }
}
