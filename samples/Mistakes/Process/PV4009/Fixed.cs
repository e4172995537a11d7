namespace Mistakes.PV4009;

[Algorithm]
public sealed partial class Demo4009
{
    [KeptBetweenCalls]
    byte[] _last = [];

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        if (_last.Length != step.Image.Pixels.Length)
            _last = new byte[step.Image.Pixels.Length];
        step.Image.Pixels.CopyTo(_last);
        return ExecuteResult.Ok();
    }
}
