namespace Mistakes.PV0011;

[Algorithm]
public sealed partial class Demo0011
{
}
