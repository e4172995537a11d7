namespace Mistakes.PV4009;

[Algorithm]
public sealed partial class Demo4009
{
    [KeptBetweenCalls]
    ReadOnlyMemory<byte> _last;

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        _last = step.Image.Memory;
        return ExecuteResult.Ok();
    }
}
