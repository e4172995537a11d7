namespace Mistakes.PV0055;

[Algorithm]
public sealed partial class Demo0055
{
}
