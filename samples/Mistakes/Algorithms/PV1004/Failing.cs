namespace Mistakes.PV1004;

public static class Line3
{
    [Algorithm]
    public sealed partial class Demo1004
    {
        [Execute(1)]
        ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
    }
}
