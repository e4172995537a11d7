namespace Mistakes.PV0004;

[Algorithm]
public sealed partial class Demo0004
{
}
