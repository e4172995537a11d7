namespace Mistakes.PV0014;

[Algorithm]
public sealed partial class Demo0014
{
}

[Algorithm]
public sealed partial class Demo0014B
{
}
