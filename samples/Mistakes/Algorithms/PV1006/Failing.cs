namespace Blades
{
    [Algorithm]
    public sealed partial class Demo1006
    {
        [Execute(1)]
        ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
    }
}

namespace Coins
{
    [Algorithm]
    public sealed partial class Demo1006
    {
        [Execute(1)]
        ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
    }
}
