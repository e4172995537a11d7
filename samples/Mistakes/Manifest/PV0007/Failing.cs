namespace Mistakes.PV0007;

[Algorithm]
public sealed partial class Demo0007
{
}
