using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>
/// One algorithm instance as the host calls it; derived by generated code inside the author's class. Never called for two calls at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AlgorithmDispatch
{
    /// <summary>What the manifest says.</summary>
    public abstract AlgorithmDescriptor Descriptor { get; }

    /// <summary>The <c>get_info</c> object as UTF-8 JSON (conformance 111, 519).</summary>
    public abstract ReadOnlySpan<byte> Info { get; }

    /// <summary>The author's <c>Setup</c>, if any.</summary>
    public virtual void Setup(SetupContext context)
    {
    }

    /// <summary>The author's <c>Teardown</c>, if any.</summary>
    public virtual void Teardown()
    {
    }

    /// <summary>The author's <c>OnStepStart</c>, if any.</summary>
    public virtual void OnStepStart(in StepStart start)
    {
    }

    /// <summary>The author's <c>OnStepFinish</c>, if any.</summary>
    public virtual void OnStepFinish(in StepFinish finish)
    {
    }

    /// <summary>The author's <c>Reset</c>, if any.</summary>
    public virtual void Reset(in ResetContext context)
    {
    }

    /// <summary>Reads and checks the parameters of a step into this instance's parameter values; problems are left in the reader.</summary>
    public abstract void ReadParams(int step, ref ParamReader reader);

    /// <summary>Checks the <c>rect</c> parameters of a step against the real size of the picture (1007).</summary>
    public abstract void CheckRects(int step, ref RectCheck check);

    /// <summary>Calls the author's pre method of a step; only for a step with <see cref="StepDescriptor.HasPre"/>.</summary>
    public abstract PreResult PreExecute(int step, StepCall call);

    /// <summary>Calls the author's execute method of a step.</summary>
    public abstract ExecuteResult Execute(int step, StepCall call);
}
