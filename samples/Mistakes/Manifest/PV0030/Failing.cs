namespace Mistakes.PV0030;

[Algorithm]
public sealed partial class Demo0030
{
}
