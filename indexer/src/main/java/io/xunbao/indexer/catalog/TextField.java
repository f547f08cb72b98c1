package io.xunbao.indexer.catalog;

/** The fields of a product that hold one text. */
public enum TextField {
  ID(Contract.ID),
  TITLE(Contract.TITLE),
  BRAND(Contract.BRAND),
  SHOP(Contract.SHOP),
  DESCRIPTION(Contract.DESCRIPTION),
  IMAGE(Contract.IMAGE),
  CURRENCY(Contract.CURRENCY);

  private final String contractName;

  TextField(String contractName) {
    this.contractName = contractName;
  }

  /** The field's name in the data contract, in findings and in reports. */
  public String contractName() {
    return contractName;
  }
}
