namespace Mistakes.PV0023;

[Algorithm]
public sealed partial class Demo0023
{
}
