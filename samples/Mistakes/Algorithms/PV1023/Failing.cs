namespace Mistakes.PV1023;

public sealed class Locator
{
    [Execute(1)]
    public ExecuteResult Locate() => ExecuteResult.Ok();
}

[Algorithm]
public sealed partial class Demo1023
{
    ExecuteResult Locate() => new Locator().Locate();
}
